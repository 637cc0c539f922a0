import type { InputClasses } from "./input-classes.ts";
import type { TargetDriver } from "./sensitivity.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** Hits of the draws at one end of an input, and what its bound adds to the error. */
interface End {
  readonly draws: number;
  readonly probability: number;
  readonly variance: number;
  /** Mean probability within minus the probability at the bound; 0 where the bound is fixed. */
  readonly slope: number;
}

/**
 * The probability of hitting in the low and the high fifth of an input, and the difference.
 *
 * The error of a mean over a fifth has two parts: of the hits themselves, p (1 − p)/m for m draws, and of
 * the fifth's bound, which is a quantile of the same draws: (1 − m/n)(p − p₀)²/m with p₀ the probability
 * at the bound (the variance of a trimmed mean: Stigler 1974, "Linear functions of order statistics with
 * smooth weight functions", Annals of Statistics 2, 676-693). Both bounds move together, which adds
 * 2 (p − p₀)(p' − p'₀)/n to the variance of the difference. Draws are taken to be independent.
 *
 * `hits` counts the hits of each class.
 */
export function fifthProbabilities(
  classes: InputClasses,
  hits: readonly number[],
): Pick<TargetDriver, "low" | "high" | "change"> {
  const { cuts, lowClasses, highClass, isLowFixed, isHighFixed } = classes;
  const last = cuts.length - 1;
  const low = endOf(cuts, hits, [0, lowClasses], isLowFixed ? undefined : lowClasses);
  const high = endOf(cuts, hits, [highClass, last], isHighFixed ? undefined : highClass);
  const together = (2 * low.slope * high.slope) / (cuts[last] ?? 1);
  return {
    low: estimate(low),
    high: estimate(high),
    change: {
      value: high.probability - low.probability,
      standardError: Math.sqrt(Math.max(0, low.variance + high.variance + together)),
    },
  };
}

function endOf(
  cuts: readonly number[],
  hits: readonly number[],
  [from, to]: readonly [number, number],
  bound: number | undefined,
): End {
  const draws = drawsIn(cuts, from, to);
  const probability = sum(hits, from, to) / draws;
  const atBound =
    bound === undefined
      ? probability
      : sum(hits, bound - 1, bound + 1) / drawsIn(cuts, bound - 1, bound + 1);
  const slope = probability - atBound;
  const share = draws / (cuts.at(-1) ?? draws);
  // Where all draws hit or none does, as in `estimateProbability`: about 1 / m.
  const own = Math.max(probability * (1 - probability), 1 / draws);
  return { draws, probability, slope, variance: (own + (1 - share) * slope * slope) / draws };
}

const drawsIn = (cuts: readonly number[], from: number, to: number): number =>
  (cuts[to] ?? Number.NaN) - (cuts[from] ?? Number.NaN);

const sum = (hits: readonly number[], from: number, to: number): number =>
  hits.slice(from, to).reduce((total, each) => total + each, 0);

/** Wilson's interval for as many independent draws as have this variance. */
function estimate({ draws, probability, variance }: End): ProbabilityEstimate {
  const spread = probability * (1 - probability);
  const effective = spread === 0 ? draws : spread / variance;
  return {
    probability,
    standardError: Math.sqrt(variance),
    interval95: wilsonInterval(probability * effective, effective),
  };
}
