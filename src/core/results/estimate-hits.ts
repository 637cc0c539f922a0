import { estimateProbability } from "./estimate-probability.ts";
import { estimateByReplicates } from "./replicate-estimate.ts";
import { replicateSizes } from "./replicate-hits.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Which draws were counted: `draws` ≥ 1 of them from `firstDraw` on. */
export type CountedDraws = Pick<Tally, "method" | "firstDraw" | "draws">;

/** Estimate the probability of an event from its hits by replicate, by the error of the method. */
export function estimateHits(
  hits: Float64Array,
  { method, firstDraw, draws }: CountedDraws,
): ProbabilityEstimate {
  return method === "monte-carlo"
    ? estimateProbability(totalHits(hits), draws)
    : estimateByReplicates(hits, replicateSizes(draws, firstDraw));
}

/** The draws of a tally whose hits are known one by one. */
export function retainedDraws({ method, firstDraw, retained }: Tally): CountedDraws {
  return { method, firstDraw, draws: retained };
}

/** The number of hits in all replicates. */
export function totalHits(hits: Float64Array): number {
  return hits.reduce((sum, each) => sum + each, 0);
}
