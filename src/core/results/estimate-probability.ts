import type { ProbabilityEstimate } from "./summary.ts";
import { wilsonInterval, Z_95 } from "./wilson-interval.ts";

/**
 * Estimate a probability from `hits` in `draws` ≥ 1 draws. The standard error is sqrt(p (1 − p) / n);
 * where all draws or none hit, that would claim certainty, and it is the width of Wilson's interval
 * over 2 z instead, which is about 1 / n.
 */
export function estimateProbability(hits: number, draws: number): ProbabilityEstimate {
  const probability = hits / draws;
  const interval95 = wilsonInterval(hits, draws);
  const standardError =
    hits === 0 || hits === draws
      ? (interval95[1] - interval95[0]) / (2 * Z_95)
      : Math.sqrt((probability * (1 - probability)) / draws);
  return { probability, standardError, interval95 };
}
