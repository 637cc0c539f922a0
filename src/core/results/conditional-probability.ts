import { pairDependences } from "./pair-dependence.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Probability that target j hits in the draws in which target i does; `undefined` where i never hits. */
export function conditionalProbability(
  tally: Tally,
  j: number,
  i: number,
): ProbabilityEstimate | undefined {
  return pairDependences(tally)(i, j).jGivenI?.probability;
}
