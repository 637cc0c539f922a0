import { useState } from "preact/hooks";
import type { ModelGraph } from "../../state/model-graph.ts";
import { useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";
import { NodeLinks } from "./graph-facts.tsx";

export interface GraphListProps {
  readonly graph: ModelGraph;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The graph as a table, for readers who do not see it: every item with what it comes from and leads to. */
export function GraphList({ graph, chosen, onChoose }: GraphListProps) {
  const { language, say } = useWords();
  const words = togetherWords(language).graph;
  const [isOpen, setOpen] = useState(false);
  const rows = [...graph.nodes].sort((a, b) => b.layer - a.layer);
  return (
    <details class="graph-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.list}</summary>
      {isOpen && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.from}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((node) => (
              <tr key={node.id} class={node.id === chosen ? "is-chosen" : ""}>
                <th scope="row">{say(node.label)}</th>
                <td class="quiet">{words.kind[node.kind]}</td>
                <td>
                  <NodeLinks
                    graph={graph}
                    ids={graph.edges.flatMap(({ from, to }) => (to === node.id ? [from] : []))}
                    onChoose={onChoose}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
