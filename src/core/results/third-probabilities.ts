import { rankedParts } from "./ranked-parts.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** The draws in which an input is low, middling or high. */
export interface Third extends ProbabilityEstimate {
  /** Share of all draws: about a third, unless many draws have the same value. */
  readonly share: number;
  /** The smallest and the largest value of the input among them. */
  readonly from: number;
  readonly to: number;
}

/**
 * The probability of hitting where an input is in its low, middle and high third, from independent draws. Equal
 * values stay together: an input with two values has two parts, a constant one has one. Intervals are Wilson's for
 * as many independent draws as have that standard error.
 *
 * @param hits 1 where the target is hit
 */
export function thirdProbabilities(
  values: Float64Array,
  hits: ArrayLike<number>,
): readonly Third[] {
  const outcome = Uint8Array.from({ length: values.length }, (_, draw) =>
    hits[draw] === 1 ? 1 : 0,
  );
  return rankedParts(values, outcome, [1 / 3, 2 / 3]).map((part): Third => {
    const { draws, mean: probability, share, from, to } = part;
    const spread = probability * (1 - probability);
    // Where all draws hit or none does, as in `estimateProbability`: about 1 / n.
    const standardError = spread === 0 ? 1 / draws : part.standardError;
    const effective = spread === 0 ? draws : spread / (standardError * standardError);
    const interval95 = wilsonInterval(probability * effective, effective);
    return { probability, standardError, interval95, share, from, to };
  });
}
