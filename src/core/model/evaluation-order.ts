import type { Expression, NamedValue } from "./expression.ts";

/** Anything with an equation. */
interface Equation {
  readonly id: string;
  readonly equation: Expression;
}

/** Equations that are solved at once. */
interface EquationBlock {
  readonly id: string;
  readonly members: readonly string[];
}

/** What is evaluated next: one equation, or all those of a block. */
export interface EvaluationStep<T> {
  readonly block?: string;
  readonly equations: readonly T[];
}

/**
 * The same order in every period, since only references to the same period bind it
 * (and those to the first period by its year, which bind it there);
 * or, for each group of equations that wait for each other, a shortest cycle `[a, b, a]`
 * (a needs b, b needs a). In a cycle, a block stands as `[a, b]`, the names of its members in brackets.
 */
export type EvaluationOrder<T> =
  | { readonly kind: "ordered"; readonly steps: readonly EvaluationStep<T>[] }
  | { readonly kind: "cyclic"; readonly cycles: readonly (readonly string[])[] };

/** The names in an expression, from left to right. */
export function* namesIn(expression: Expression): Generator<NamedValue, void> {
  switch (expression.kind) {
    case "number":
      break;
    case "name":
    case "dated":
      yield expression;
      break;
    case "unary":
      yield* namesIn(expression.operand);
      break;
    case "binary":
      yield* namesIn(expression.left);
      yield* namesIn(expression.right);
      break;
    case "call":
      for (const argument of expression.args) yield* namesIn(argument);
      break;
    case "conditional":
      yield* namesIn(expression.test);
      yield* namesIn(expression.then);
      yield* namesIn(expression.otherwise);
      break;
  }
}

type Needs = ReadonlyMap<string, readonly string[]>;

/** Whether a value stands in the period for which it is asked, at least in the first one. */
export const bindsOrder = (value: NamedValue, firstPeriod: number | undefined): boolean =>
  value.kind === "dated" ? value.year === firstPeriod : value.lag === 0;

/** What each equation needs of the others in the same period. */
function needsOf(equations: readonly Equation[], firstPeriod: number | undefined): Needs {
  const ids = new Set(equations.map((equation) => equation.id));
  return new Map(
    equations.map(({ id, equation }) => {
      const names = new Set<string>();
      for (const value of namesIn(equation)) {
        if (bindsOrder(value, firstPeriod) && ids.has(value.name)) names.add(value.name);
      }
      return [id, [...names]];
    }),
  );
}

/** A shortest way from `start` back to itself among `waiting`; undefined where there is none. */
function shortestCycle(start: string, waiting: ReadonlySet<string>, needs: Needs) {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const next of needs.get(id) ?? []) {
      if (next === start) {
        const path = [start];
        for (let at = id; at !== start; at = cameFrom.get(at) ?? start) path.unshift(at);
        return [start, ...path];
      }
      if (!waiting.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return undefined;
}

function findCycles(waiting: ReadonlySet<string>, needs: Needs): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const seen = new Set<string>();
  for (const id of waiting) {
    const cycle = seen.has(id) ? undefined : shortestCycle(id, waiting, needs);
    if (cycle === undefined || cycle.some((member) => seen.has(member))) continue;
    for (const member of cycle) seen.add(member);
    cycles.push(cycle);
  }
  return cycles;
}

interface Node<T> extends EvaluationStep<T> {
  readonly id: string;
  /** Ids of nodes. */
  readonly needs: readonly string[];
}

/** Equations on their own and blocks as one, in the order of the (first) equation. */
function nodesOf<T extends Equation>(
  equations: readonly T[],
  blocks: readonly EquationBlock[],
  firstPeriod: number | undefined,
): readonly Node<T>[] {
  const needs = needsOf(equations, firstPeriod);
  const blockOf = new Map(blocks.flatMap((block) => block.members.map((id) => [id, block])));
  const nodeOf = (id: string): string => {
    const block = blockOf.get(id);
    return block === undefined ? id : `[${block.members.join(", ")}]`;
  };
  const nodes = new Map<string, { block?: string; equations: T[] }>();
  for (const equation of equations) {
    const block = blockOf.get(equation.id);
    const node = nodes.get(nodeOf(equation.id));
    if (node !== undefined) node.equations.push(equation);
    else {
      const name = block === undefined ? {} : { block: block.id };
      nodes.set(nodeOf(equation.id), { ...name, equations: [equation] });
    }
  }
  return [...nodes].map(([id, node]) => {
    const names = node.equations.flatMap((equation) => needs.get(equation.id) ?? []).map(nodeOf);
    const outside = new Set(node.block === undefined ? names : names.filter((name) => name !== id));
    return { id, ...node, needs: [...outside] };
  });
}

/**
 * Orders equations so that each comes after those it needs in the same period, those of a block together;
 * ids must be unique, and each in one block at most. `firstPeriod` is needed where equations name years.
 */
export function evaluationOrder<T extends Equation>(
  equations: readonly T[],
  firstPeriod?: number,
  blocks: readonly EquationBlock[] = [],
): EvaluationOrder<T> {
  const nodes = nodesOf(equations, blocks, firstPeriod);
  const missing = new Map(nodes.map(({ id, needs }) => [id, needs.length]));
  const users = new Map<string, string[]>();
  for (const { id, needs } of nodes) {
    for (const name of needs) users.set(name, [...(users.get(name) ?? []), id]);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ready = nodes.filter(({ id }) => missing.get(id) === 0);
  for (const { id } of ready) {
    byId.delete(id);
    for (const user of users.get(id) ?? []) {
      const left = (missing.get(user) ?? 0) - 1;
      missing.set(user, left);
      const node = byId.get(user);
      if (left === 0 && node !== undefined) ready.push(node);
    }
  }
  if (byId.size === 0) {
    const steps = ready.map(({ block, equations: members }) =>
      block === undefined ? { equations: members } : { block, equations: members },
    );
    return { kind: "ordered", steps };
  }
  const needs = new Map(nodes.map((node) => [node.id, node.needs]));
  return { kind: "cyclic", cycles: findCycles(new Set(byId.keys()), needs) };
}

/** The members of a block that no circle joins with all the others in the same period. */
export function outsideCircle(members: readonly Equation[]): readonly string[] {
  const needs = needsOf(members, undefined);
  const reach = new Map(members.map(({ id }) => [id, reachedFrom(id, needs)]));
  const joined = members.map(({ id }) =>
    members.filter((other) => reach.get(id)?.has(other.id) && reach.get(other.id)?.has(id)),
  );
  const circle = joined.reduce((most, each) => (each.length > most.length ? each : most), []);
  return members.filter((member) => !circle.includes(member)).map(({ id }) => id);
}

/** What a name needs, directly or through others; itself only by a circle. */
function reachedFrom(start: string, needs: Needs): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(needs.get(start) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(needs.get(id) ?? []));
  }
  return reached;
}
