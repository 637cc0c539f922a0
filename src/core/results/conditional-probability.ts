import { estimateProbability } from "./estimate-probability.ts";
import { jointHits } from "./joint-probability.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Probability that target j hits in the draws in which target i does; `undefined` where i never hits. */
export function conditionalProbability(
  tally: Tally,
  j: number,
  i: number,
): ProbabilityEstimate | undefined {
  const given = jointHits(tally, [i]);
  return given === 0 ? undefined : estimateProbability(jointHits(tally, [i, j]), given);
}
