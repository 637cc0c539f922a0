import type { ModelGraph } from "../../state/model-graph.ts";
import type { GraphLayout } from "./layer-layout.ts";

/** What a key does in the graph. */
export type GraphStep =
  | { readonly kind: "zoom"; readonly isIn: boolean }
  | { readonly kind: "fit" }
  /** In steps: the drawing moves by (dx, dy). */
  | { readonly kind: "pan"; readonly dx: number; readonly dy: number }
  | { readonly kind: "move" | "choose"; readonly id: string };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Left goes to the nearest source, right to the nearest use, up and down within the column; with Shift arrows move
 * the drawing. `undefined` where a key means nothing here.
 */
export function graphStep(
  event: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">,
  graph: ModelGraph,
  layout: GraphLayout,
  from: string | undefined,
): GraphStep | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (event.key === "+" || event.key === "=") return { kind: "zoom", isIn: true };
  if (event.key === "-") return { kind: "zoom", isIn: false };
  if (event.key === "0") return { kind: "fit" };
  if (from === undefined) return undefined;
  if (event.key === "Enter" || event.key === " ") return { kind: "choose", id: from };
  const arrow = ARROWS[event.key];
  if (arrow === undefined) return undefined;
  const [dx, dy] = arrow;
  if (event.shiftKey) return { kind: "pan", dx: 0 - dx, dy: 0 - dy };
  const next = dx === 0 ? inColumn(layout, from, dy) : across(graph, layout, from, dx);
  return next === undefined ? undefined : { kind: "move", id: next };
}

function inColumn({ columns }: GraphLayout, from: string, step: number): string | undefined {
  const column = columns.find((ids) => ids.includes(from));
  return column?.[column.indexOf(from) + step];
}

function across(
  { edges }: ModelGraph,
  { places }: GraphLayout,
  from: string,
  step: number,
): string | undefined {
  const here = places.get(from)?.y ?? 0;
  const distance = (id: string): number => Math.abs((places.get(id)?.y ?? 0) - here);
  const linked = edges.flatMap((edge) => {
    if (step < 0) return edge.to === from ? [edge.from] : [];
    return edge.from === from ? [edge.to] : [];
  });
  return linked.sort((a, b) => distance(a) - distance(b))[0];
}
