import { choleskyFactor } from "../sampling/copula.ts";
import type { Copula, ProgramInput } from "./program.ts";
import type { StreamGroup } from "./stream-groups.ts";

/**
 * Give each group of streams its copula. What a t copula draws for all members takes a coordinate of its own from
 * `firstDimension` on, by its place among all groups, and a stream named after the first member.
 *
 * Throws where correlations are not positive definite or a stream is in two groups; checked definitions have neither.
 */
export function compileCopulas(
  groups: readonly StreamGroup[],
  inputs: readonly ProgramInput[],
  firstDimension: number,
): readonly Copula[] {
  const indexOf = new Map(inputs.map(({ stream }, index) => [stream, index]));
  const joined = new Set<string>();
  return groups.map(({ streams, correlation, df }, place) => {
    const members = streams.map((stream) => {
      const index = indexOf.get(stream);
      if (index === undefined) throw new Error(`${stream} is correlated but not sampled.`);
      if (joined.has(stream)) throw new Error(`${stream} is joined by two copulas.`);
      joined.add(stream);
      return index;
    });
    const copula = { members, factor: factorOf(streams, correlation) };
    if (df === undefined) return copula;
    const stream = `joint tails of ${streams[0]}`;
    return { ...copula, tails: { df, stream, dimension: firstDimension + place } };
  });
}

function factorOf(streams: readonly string[], correlation: Float64Array): Float64Array {
  const factor = choleskyFactor(correlation, streams.length);
  if (factor !== undefined) return factor;
  throw new Error(`The correlations of ${streams.join(", ")} are not positive definite.`);
}
