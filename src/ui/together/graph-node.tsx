import { textWidth, wrapText } from "../../charts/text-width.ts";
import type { GraphNode as Node } from "../../state/model-graph.ts";
import { useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";
import { NODE_HEIGHT, NODE_WIDTH, type NodePlace } from "./layer-layout.ts";

export interface GraphNodeProps {
  readonly node: Node;
  readonly place: NodePlace;
  /** `quiet`: another one is chosen, and it is neither its source nor its use. */
  readonly tone: "plain" | "chosen" | "related" | "quiet";
  /** Whether Tab comes here. */
  readonly isReachable: boolean;
}

const SIZE = 12;
const ROOM = NODE_WIDTH - 16;

/** A box with a name; its shape tells the kind beside its colour. */
export function GraphNode({ node, place, tone, isReachable }: GraphNodeProps) {
  const { language, t, say } = useWords();
  const words = togetherWords(language).graph;
  const label = say(node.label);
  const lines = twoLines(label);
  const isRound = node.kind === "input" || node.kind === "parameter";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot be part of a drawing
    <g
      class={`graph-node is-${node.kind} is-${tone} ${node.isLever ? "is-lever" : ""}`}
      transform={`translate(${place.x} ${place.y})`}
      role="button"
      aria-pressed={tone === "chosen"}
      tabindex={isReachable ? 0 : -1}
      data-node={node.id}
    >
      <title>{`${label}${t.comma}${words.kind[node.kind]}`}</title>
      <rect width={NODE_WIDTH} height={NODE_HEIGHT} rx={isRound ? NODE_HEIGHT / 2 : 3} />
      {lines.map((line, index) => (
        <text
          key={line}
          x={NODE_WIDTH / 2}
          y={NODE_HEIGHT / 2 + 4 + (index - (lines.length - 1) / 2) * 14}
          text-anchor="middle"
          font-size={SIZE}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** At most two lines of a label; what does not fit ends in an ellipsis. */
function twoLines(label: string): readonly string[] {
  const lines = wrapText(label, ROOM, SIZE).map((line) => line.trim());
  const [first = "", second] = lines;
  if (second === undefined) return [cut(first)];
  return [cut(first), cut(lines.length > 2 ? `${second}…` : second)];
}

function cut(line: string): string {
  let text = line;
  while (textWidth(text, SIZE) > ROOM && text.length > 2) text = `${text.slice(0, -2)}…`;
  return text;
}
