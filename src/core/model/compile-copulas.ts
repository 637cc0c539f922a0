import { choleskyFactor, normalScoreCorrelation } from "../sampling/copula.ts";
import type { Definition } from "./definition.ts";
import type { Copula, ProgramInput } from "./program.ts";
import { quantityName } from "./quantity-registers.ts";

/** A correlation between two random streams. */
export interface StreamCorrelation {
  readonly between: readonly [string, string];
  /** −1 < rank < 1. */
  readonly rank: number;
}

/**
 * The correlations of a definition between the streams of its quantities. Inputs are correlated within
 * each period; an uncertain parameter, drawn once, is correlated with the first period's inputs.
 */
export function streamCorrelations(definition: Definition): readonly StreamCorrelation[] {
  const parameters = new Set(definition.parameters.map(({ id }) => id));
  const stream = (id: string, year: number): string =>
    parameters.has(id) ? id : quantityName(id, year);
  return definition.correlations.flatMap(({ between: [one, other], rank }) => {
    const withParameter = parameters.has(one) || parameters.has(other);
    const years = withParameter ? definition.periods.slice(0, 1) : definition.periods;
    return years.map((year) => ({
      between: [stream(one, year), stream(other, year)] as const,
      rank,
    }));
  });
}

/**
 * Join correlated streams by Gaussian copulas, one for each connected group. Members are in the order of
 * their streams' names, so that draws do not depend on the order in the file.
 *
 * Throws where the normal-score correlations are not positive definite; checked definitions are.
 */
export function compileCopulas(
  correlations: readonly StreamCorrelation[],
  inputs: readonly ProgramInput[],
): readonly Copula[] {
  const indexOf = new Map(inputs.map(({ stream }, index) => [stream, index]));
  return connectedGroups(correlations).map((streams) => ({
    members: streams.map((stream) => {
      const index = indexOf.get(stream);
      if (index === undefined) throw new Error(`${stream} is correlated but not sampled.`);
      return index;
    }),
    factor: factorOf(streams, correlations),
  }));
}

function connectedGroups(correlations: readonly StreamCorrelation[]): readonly string[][] {
  const groups: Set<string>[] = [];
  for (const { between } of correlations) {
    const touched = groups.filter((group) => between.some((stream) => group.has(stream)));
    const [first, ...others] = touched;
    const group = first ?? new Set<string>();
    if (first === undefined) groups.push(group);
    for (const stream of between) group.add(stream);
    for (const other of others) {
      for (const stream of other) group.add(stream);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups
    .map((group) => [...group].sort())
    .sort((one, other) => ((one[0] ?? "") < (other[0] ?? "") ? -1 : 1));
}

function factorOf(
  streams: readonly string[],
  correlations: readonly StreamCorrelation[],
): Float64Array {
  const n = streams.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((stream) => streams.indexOf(stream));
    if (i === undefined || j === undefined || i < 0) continue;
    const correlation = normalScoreCorrelation(rank);
    matrix[i * n + j] = correlation;
    matrix[j * n + i] = correlation;
  }
  const factor = choleskyFactor(matrix, n);
  if (factor === undefined) {
    throw new Error(`The correlations of ${streams.join(", ")} are not positive definite.`);
  }
  return factor;
}
