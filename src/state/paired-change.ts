import { totalHits } from "../core/results/estimate-hits.ts";
import { differenceByReplicates } from "../core/results/replicate-difference.ts";
import { replicateHits, replicateSizes } from "../core/results/replicate-hits.ts";
import type { Tally } from "../core/results/tally.ts";

/** A difference of two probabilities estimated on the same random numbers. */
export interface PairedChange {
  /** Probability here minus probability in the baseline, −1..1. */
  readonly difference: number;
  /** Monte Carlo standard error of the difference. */
  readonly standardError: number;
  /** Draws compared. */
  readonly draws: number;
}

/**
 * Compares the hits of target `index` in two runs on the same random numbers: over all draws where both have as
 * many, else over the retained draws that both have. With g draws gained and l lost of n, the difference is (g − l)/n
 * and its variance ((g + l)/n − ((g − l)/n)²)/n: draws that agree carry no error. How often draws differ, (g + l)/n,
 * is counted in the retained draws. Where the method has replicates, the error comes from them. `undefined` where
 * a run has no such target.
 */
export function pairedChange(here: Tally, there: Tally, index: number): PairedChange | undefined {
  const [one, other] = [here.targets[index], there.targets[index]];
  if (one === undefined || other === undefined) return undefined;
  const { firstDraw, method } = here;
  const seen = Math.min(here.retained, there.retained);
  const inSeen = (...masks: Uint32Array[]): Float64Array => replicateHits(masks, seen, firstDraw);
  const [ofOne, ofOther, both] = [
    inSeen(one.hits),
    inSeen(other.hits),
    inSeen(one.hits, other.hits),
  ];
  const isOfAll = here.draws === there.draws;
  const draws = isOfAll ? here.draws : seen;
  const gained = isOfAll
    ? minus(one.hitsByReplicate, other.hitsByReplicate)
    : minus(ofOne, ofOther);
  const differing = totalHits(ofOne) + totalHits(ofOther) - 2 * totalHits(both);
  if (method !== "monte-carlo") {
    const differs = differing > 0 || gained.some((net) => net !== 0);
    const sizes = replicateSizes(draws, firstDraw);
    return { ...differenceByReplicates(gained, sizes, differs), draws };
  }
  const difference = totalHits(gained) / draws;
  const variance = Math.max(0, differing / seen - difference * difference) / draws;
  return { difference, standardError: Math.sqrt(variance), draws };
}

/** Whether a change is too small to tell from sampling noise: within two standard errors of none. */
export function isWithinNoise(change: PairedChange): boolean {
  return Math.abs(change.difference) <= 2 * change.standardError;
}

const minus = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((hits, replicate) => hits - (other[replicate] ?? 0));
