import "./graph-section.css";
import { useMemo } from "preact/hooks";
import {
  type ModelGraph,
  modelGraph,
  reachable,
  subgraph,
  targetNode,
} from "../../state/model-graph.ts";
import { useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { togetherWords } from "../text/together-words.ts";
import { usePlace } from "../use-place.ts";
import { GraphCanvas } from "./graph-canvas.tsx";
import { GraphFacts } from "./graph-facts.tsx";
import { GraphList } from "./graph-list.tsx";
import type { TogetherProps } from "./together-view.tsx";

/** In the address: the whole model rather than what one target needs. */
const WHOLE = "*";

/** How many equations back the sources of a target are shown. */
const STEPS = ["2", "4", "all"] as const;

/** What depends on what: the sources of one target, or the whole model, to be walked and zoomed. */
export function GraphSection({ result, place }: TogetherProps) {
  const { language, say } = useWords();
  const { put } = usePlace("together");
  const words = togetherWords(language).graph;
  const { definition } = result;
  const whole = useMemo(() => modelGraph(definition), [definition]);
  const shown = place.graph ?? definition.targets[0]?.id ?? WHOLE;
  const target = definition.targets.find(({ id }) => id === shown);
  const steps = place.back ?? "2";
  const upstream = useMemo(
    () => (target === undefined ? whole : sourcesOf(whole, target.id)),
    [whole, target?.id],
  );
  const graph = useMemo(
    // The first step is from the target to its indicator.
    () =>
      target === undefined || steps === "all"
        ? upstream
        : sourcesOf(whole, target.id, 1 + Number(steps)),
    [upstream, steps],
  );
  const node = whole.nodes.find(({ id }) => id === place.node);
  const choose = (id: string | undefined): void =>
    put({ node: id === place.node ? undefined : id });
  const scope = (id: string): void => put({ graph: id, node: undefined, zoom: undefined });
  return (
    <section class="together-section" aria-labelledby="graph-title">
      <h3 id="graph-title">{words.title}</h3>
      <p class="quiet">{words.lead}</p>
      <div class="graph-bar">
        <label>
          <span class="visually-hidden">{words.show}</span>
          <select
            class="field"
            value={target === undefined ? WHOLE : target.id}
            onChange={(event) => scope(event.currentTarget.value)}
          >
            <option value={WHOLE}>{words.whole}</option>
            <optgroup label={words.targets}>
              {definition.targets.map(({ id, label }) => (
                <option key={id} value={id}>
                  {words.upstream(say(label))}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        {target !== undefined && (
          <Choice
            label={words.steps}
            showLabel
            value={steps}
            options={STEPS.map((value) => ({ value, label: words.back(value) }))}
            onChange={(back) => put({ back: back === "2" ? undefined : back, zoom: undefined })}
          />
        )}
        <p class="quiet">{factsOf(upstream, target && say(target.label), language)}</p>
      </div>
      <GraphCanvas
        graph={graph}
        chosen={node?.id}
        onChoose={choose}
        zoom={place.zoom}
        onZoom={(zoom) => put({ zoom })}
      />
      {node !== undefined && (
        <GraphFacts
          graph={whole}
          node={node}
          definition={definition}
          onChoose={choose}
          onClear={() => choose(undefined)}
        />
      )}
      <GraphList graph={graph} chosen={node?.id} onChoose={choose} />
    </section>
  );
}

function sourcesOf(whole: ModelGraph, target: string, steps?: number): ModelGraph {
  return subgraph(whole, reachable(whole, targetNode(target), "sources", steps));
}

function factsOf(graph: ModelGraph, label: string | undefined, language: "zh" | "en"): string {
  const words = togetherWords(language).graph;
  const stop = language === "zh" ? "。" : ".";
  const counts = words.counts(graph.nodes.length, graph.edges.length) + stop;
  if (label === undefined) return counts;
  const roots = graph.nodes.filter(({ kind }) => kind === "input" || kind === "parameter");
  const steps = new Set(
    graph.nodes.flatMap(({ kind, layer }) => (kind === "indicator" ? [layer] : [])),
  );
  const gap = language === "zh" ? "" : " ";
  return `${counts}${gap}${words.summary(label, roots.length, steps.size)}`;
}
