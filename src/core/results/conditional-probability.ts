import { estimateProbability } from "./estimate-probability.ts";
import { jointHits, targetMasks } from "./joint-probability.ts";
import { estimateByReplicates } from "./replicate-estimate.ts";
import { replicateHits } from "./replicate-hits.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Probability that target j hits in the draws in which target i does; `undefined` where i never hits. */
export function conditionalProbability(
  tally: Tally,
  j: number,
  i: number,
): ProbabilityEstimate | undefined {
  const given = jointHits(tally, [i]);
  if (given === 0) return undefined;
  if (tally.method === "monte-carlo") {
    return estimateProbability(jointHits(tally, [i, j]), given);
  }
  const hitsOf = (indices: readonly number[]): Float64Array =>
    replicateHits(targetMasks(tally, indices), tally.draws);
  return estimateByReplicates(hitsOf([i, j]), hitsOf([i]));
}
