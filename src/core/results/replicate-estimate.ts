import { REPLICATES } from "../sampling/sampling-method.ts";
import { estimateProbability } from "./estimate-probability.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** The 97.5 % quantile of Student's t with 15 degrees of freedom (SciPy 1.17.1, t.ppf(0.975, 15)). */
export const T_95 = 2.131449545559323;

/**
 * The least standard error of a number of hits that differs between draws. With it, intervals reach three
 * hits to both sides at least, as the rule of three asks where there was none; where strata leave it to
 * chance in each replicate whether one more draw hits, they cover at least 90 %, on average 97 %.
 */
export const LEAST_ERROR = Math.SQRT2;

/**
 * Estimate a probability from `hits[r]` in `draws[r]` draws of each replicate r: replicates are
 * independent, draws within one are not. The standard error is that of a ratio of sums over replicates.
 *
 * The interval is Wilson's for as many independent draws as would have that standard error, with the
 * quantile of Student's t (Korn and Graubard 1998, Survey Methodology 24, 193-201), so that it stays in
 * [0, 1]. Replicates that happen to agree do not prove that there is no error: it counts as
 * `LEAST_ERROR` hits at least, and where all draws or none hit it is what follows from the interval for
 * n draws. Where a replicate has no draws, they all count as independent.
 */
export function estimateByReplicates(hits: Float64Array, draws: Float64Array): ProbabilityEstimate {
  const total = sum(draws);
  const hit = sum(hits);
  if (draws.includes(0)) return estimateProbability(hit, total);
  const probability = hit / total;
  if (hit === 0 || hit === total) {
    const interval95 = wilsonInterval(hit, total, T_95);
    return { probability, standardError: (interval95[1] - interval95[0]) / (2 * T_95), interval95 };
  }
  const residuals = hits.map((count, replicate) => count - probability * draws[replicate]!);
  const standardError = Math.max(LEAST_ERROR, replicateError(residuals)) / total;
  const effective = (probability * (1 - probability)) / (standardError * standardError);
  const interval95 = wilsonInterval(probability * effective, effective, T_95);
  return { probability, standardError, interval95 };
}

/** The standard error of a sum over replicates, from each replicate's deviation from its mean. */
export function replicateError(deviations: Float64Array): number {
  const squares = deviations.reduce((sum, deviation) => sum + deviation * deviation, 0);
  return Math.sqrt((squares * REPLICATES) / (REPLICATES - 1));
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
