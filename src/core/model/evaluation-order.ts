import type { Expression, NamedValue } from "./expression.ts";

/** Anything with an equation. */
interface Equation {
  readonly id: string;
  readonly equation: Expression;
}

/**
 * The same order in every period, since only references to the same period bind it
 * (and those to the first period by its year, which bind it there);
 * or, for each group of equations that wait for each other, a shortest cycle `[a, b, a]`
 * (a needs b, b needs a).
 */
export type EvaluationOrder<T> =
  | { readonly kind: "ordered"; readonly equations: readonly T[] }
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

/**
 * Orders equations so that each comes after those it needs in the same period; ids must be unique.
 * `firstPeriod` is needed where equations name years.
 */
export function evaluationOrder<T extends Equation>(
  equations: readonly T[],
  firstPeriod?: number,
): EvaluationOrder<T> {
  const needs = needsOf(equations, firstPeriod);
  const missing = new Map([...needs].map(([id, names]) => [id, names.length]));
  const users = new Map<string, string[]>();
  for (const [id, names] of needs) {
    for (const name of names) users.set(name, [...(users.get(name) ?? []), id]);
  }
  const byId = new Map(equations.map((equation) => [equation.id, equation]));
  const ready = equations.filter(({ id }) => missing.get(id) === 0);
  for (const { id } of ready) {
    byId.delete(id);
    for (const user of users.get(id) ?? []) {
      const left = (missing.get(user) ?? 0) - 1;
      missing.set(user, left);
      const equation = byId.get(user);
      if (left === 0 && equation !== undefined) ready.push(equation);
    }
  }
  if (byId.size === 0) return { kind: "ordered", equations: ready };
  return { kind: "cyclic", cycles: findCycles(new Set(byId.keys()), needs) };
}
