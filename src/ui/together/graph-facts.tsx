import type { Definition } from "../../core/model/definition.ts";
import { type GraphNode, type ModelGraph, reachable } from "../../state/model-graph.ts";
import { useApp, useWords } from "../app-context.ts";
import { expressionText } from "../text/expression-text.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { togetherWords } from "../text/together-words.ts";

export interface GraphFactsProps {
  readonly graph: ModelGraph;
  readonly node: GraphNode;
  readonly definition: Definition;
  readonly onChoose: (id: string) => void;
  readonly onClear: () => void;
}

/** The chosen node in words: what it is, what it comes from and what it leads to. */
export function GraphFacts({ graph, node, definition, onChoose, onClear }: GraphFactsProps) {
  const { language, t, say } = useWords();
  const app = useApp();
  const words = togetherWords(language).graph;
  const isTarget = node.kind === "target";
  const target = definition.targets.find(({ id }) => `target:${id}` === node.id);
  const view =
    target === undefined
      ? ({ kind: "model", name: node.id } as const)
      : ({ kind: "target", id: target.id } as const);
  const others = (direction: "sources" | "uses"): number =>
    reachable(graph, node.id, direction).size - 1;
  return (
    <div class="graph-facts" role="status">
      <div class="graph-facts-head">
        <h4>{say(node.label)}</h4>
        <p class="quiet">
          {words.kind[node.kind]}
          {node.isLever && ` · ${words.lever}`}
          {" · "}
          <a href={app.href({ view })}>{isTarget ? words.openTarget : words.inModel}</a>
        </p>
        <button type="button" class="button" onClick={onClear}>
          {words.clear}
        </button>
      </div>
      <p class={node.kind === "indicator" || isTarget ? "" : "mono"}>
        {isTarget ? target && say(target.wording) : formulaOf(node.id, definition, language)}
      </p>
      <dl>
        <dt>
          {words.from}
          {t.open}
          {words.ancestors(others("sources"))}
          {t.shut}
        </dt>
        <dd>
          <NodeLinks
            graph={graph}
            ids={graph.edges.flatMap(({ from, to }) => (to === node.id ? [from] : []))}
            onChoose={onChoose}
          />
        </dd>
        <dt>
          {words.to}
          {t.open}
          {words.descendants(others("uses"))}
          {t.shut}
        </dt>
        <dd>
          <NodeLinks
            graph={graph}
            ids={graph.edges.flatMap(({ from, to }) => (from === node.id ? [to] : []))}
            onChoose={onChoose}
          />
        </dd>
      </dl>
    </div>
  );
}

function formulaOf(name: string, definition: Definition, language: "zh" | "en"): string {
  const quantity = findQuantity(definition, name);
  if (quantity === undefined) return "";
  return quantity.kind === "indicator"
    ? expressionText(quantity.item.equation, definition, language)
    : quantity.item.distributionText;
}

export interface NodeLinksProps {
  readonly graph: ModelGraph;
  readonly ids: readonly string[];
  readonly onChoose: (id: string) => void;
}

/** Nodes by name, each to be chosen. */
export function NodeLinks({ graph, ids, onChoose }: NodeLinksProps) {
  const { language, t, say } = useWords();
  const nodes = graph.nodes.filter(({ id }) => ids.includes(id));
  if (nodes.length === 0) return <span class="quiet">{togetherWords(language).graph.none}</span>;
  return (
    <>
      {nodes.map((node, index) => (
        <span key={node.id}>
          <button type="button" class="graph-link" onClick={() => onChoose(node.id)}>
            {say(node.label)}
          </button>
          {index < nodes.length - 1 && t.listComma}
        </span>
      ))}
    </>
  );
}
