import type { Definition, Relation, Target, Threshold } from "../core/model/definition.ts";
import { namesIn } from "../core/model/evaluation-order.ts";
import type { Expression } from "../core/model/expression.ts";
import type { Text } from "../core/text.ts";

/** What a node of the graph stands for. */
export type GraphKind = "input" | "parameter" | "indicator" | "target";

/** A quantity or target of a model. */
export interface GraphNode {
  /** The quantity's name; `targetNode` of a target. */
  readonly id: string;
  readonly kind: GraphKind;
  readonly label: Text;
  readonly isLever: boolean;
  /** Place from left to right: behind everything that its value of the same period needs. */
  readonly layer: number;
}

/** `to` needs `from`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Only values of earlier periods are needed. */
  readonly isLagged: boolean;
}

/** What depends on what, over all periods. */
export interface ModelGraph {
  /** In the order of the file: inputs, parameters, indicators, targets. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The node of a target. */
export const targetNode = (id: string): string => `target:${id}`;

/** The graph of a model. A quantity that needs its own past has no edge for that. */
export function modelGraph(definition: Definition): ModelGraph {
  const edges = [
    ...definition.indicators.flatMap(({ id, equation }) => edgesTo(id, [equation])),
    ...definition.targets.flatMap((target) =>
      edgesTo(targetNode(target.id), [
        { kind: "name", name: target.indicator, lag: 0 },
        ...expressionsOf(target),
      ]),
    ),
  ];
  const layerOf = layers(definition, edges);
  const node = (
    kind: GraphKind,
    { id, label }: { readonly id: string; readonly label: Text },
    isLever = false,
  ): GraphNode => {
    const name = kind === "target" ? targetNode(id) : id;
    return { id: name, kind, label, isLever, layer: layerOf(name) };
  };
  return {
    nodes: [
      ...definition.inputs.map((input) => node("input", input, input.lever)),
      ...definition.parameters.map((parameter) => node("parameter", parameter)),
      ...definition.indicators.map((indicator) => node("indicator", indicator)),
      ...definition.targets.map((target) => node("target", target)),
    ],
    edges,
  };
}

/**
 * The node itself and all that it needs in the end (`sources`), or all that needs it (`uses`).
 * @param steps only what is so many edges away, or fewer
 */
export function reachable(
  { edges }: ModelGraph,
  start: string,
  direction: "sources" | "uses",
  steps = Number.POSITIVE_INFINITY,
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [here, there] = direction === "sources" ? [to, from] : [from, to];
    next.set(here, [...(next.get(here) ?? []), there]);
  }
  // A map is walked in the order in which nodes are added: the nearest first.
  const distances = new Map<string, number>([[start, 0]]);
  for (const [id, distance] of distances) {
    if (distance >= steps) continue;
    for (const other of next.get(id) ?? []) {
      if (!distances.has(other)) distances.set(other, distance + 1);
    }
  }
  return new Set(distances.keys());
}

/** The part of a graph that is among some nodes. */
export function subgraph({ nodes, edges }: ModelGraph, ids: ReadonlySet<string>): ModelGraph {
  return {
    nodes: nodes.filter(({ id }) => ids.has(id)),
    edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}

function edgesTo(to: string, expressions: readonly Expression[]): readonly GraphEdge[] {
  const lagged = new Map<string, boolean>();
  for (const value of expressions.flatMap((expression) => [...namesIn(expression)])) {
    if (value.name === to) continue;
    const isPast = value.kind === "dated" || value.lag > 0;
    lagged.set(value.name, isPast && (lagged.get(value.name) ?? true));
  }
  return [...lagged].map(([from, isLagged]) => ({ from, to, isLagged }));
}

function expressionsOf({ relation, stretch }: Target): readonly Expression[] {
  const thresholds = [...thresholdsOf(relation), ...(stretch === undefined ? [] : [stretch])];
  return thresholds.map(({ expression }) => expression);
}

function thresholdsOf(relation: Relation): readonly Threshold[] {
  switch (relation.kind) {
    case "positive":
    case "stable":
      return [];
    case "rising":
      return relation.threshold === undefined ? [] : [relation.threshold];
    case "in_step_with":
    case "in_line_with":
    case "faster_than":
      return [relation.reference];
    case "between":
      return [relation.low, relation.high];
    default:
      return [relation.threshold];
  }
}

/**
 * Layers of indicators count the longest way through equations of the same period, a block counting as one;
 * inputs and parameters stand right before whatever first needs them, targets behind everything.
 */
function layers(definition: Definition, edges: readonly GraphEdge[]): (id: string) => number {
  const blockOf = new Map(
    definition.blocks.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  const stepOf = (id: string): string => blockOf.get(id) ?? id;
  const indicators = new Set(definition.indicators.map(({ id }) => id));
  const needs = new Map<string, string[]>();
  for (const { from, to, isLagged } of edges) {
    if (isLagged || !indicators.has(from) || stepOf(from) === stepOf(to)) continue;
    needs.set(stepOf(to), [...(needs.get(stepOf(to)) ?? []), stepOf(from)]);
  }
  const depths = new Map<string, number>();
  const depth = (step: string): number => {
    const known = depths.get(step);
    if (known !== undefined) return known;
    const found = 1 + Math.max(0, ...(needs.get(step) ?? []).map(depth));
    depths.set(step, found);
    return found;
  };
  const last = 1 + Math.max(0, ...definition.indicators.map(({ id }) => depth(stepOf(id))));
  const placeOf = (id: string): number => (indicators.has(id) ? depth(stepOf(id)) : last);
  const firstUse = new Map<string, number>();
  for (const { from, to } of edges) {
    firstUse.set(from, Math.min(firstUse.get(from) ?? last, placeOf(to)));
  }
  const targets = new Set(definition.targets.map(({ id }) => targetNode(id)));
  return (id) =>
    indicators.has(id) || targets.has(id) ? placeOf(id) : Math.max(0, (firstUse.get(id) ?? 1) - 1);
}
