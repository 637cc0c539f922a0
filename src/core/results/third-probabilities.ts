import { tieBounds } from "./input-classes.ts";
import { rankOrder } from "./rank-order.ts";
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

/** Draws on either side of a bound, as a share of all, that tell the probability of hitting there. */
const NEARBY = 1 / 40;
/** A bound between values of which one has this share of all draws stays where it is from sample to sample. */
const ATOM_SHARE = 0.01;

/**
 * The probability of hitting where an input is in its low, middle and high third, from independent draws. Equal
 * values stay together: an input with two values has two parts, a constant one has one.
 *
 * The error has two parts, of the hits themselves and of the bounds, which are quantiles of the same draws. Each
 * draw's influence on the mean p over ranks [a, b) of n is (h − p) within, less (p_b − p)(1[rank < b] − b/n), plus
 * (p_a − p)(1[rank < a] − a/n), with p_a and p_b the probabilities at the bounds (as for trimmed means: Stigler 1974,
 * "Linear functions of order statistics with smooth weight functions", Annals of Statistics 2, 676-693).
 *
 * @param hits 1 where the target is hit
 */
export function thirdProbabilities(
  values: Float64Array,
  hits: ArrayLike<number>,
): readonly Third[] {
  const order = rankOrder(values);
  const count = order.length;
  const ordered = Float64Array.from(order, (draw) => values[draw]!);
  const ranked = Float64Array.from(order, (draw) => (hits[draw] === 1 ? 1 : 0));
  const bounds = tieBounds(ordered);
  const cuts = [0, nearest(bounds, count / 3), nearest(bounds, (2 * count) / 3), count];
  const places = [...new Set(cuts)];
  return places.slice(1).map((end, part): Third => {
    const start = places[part]!;
    const estimate = meanBetween(ranked, bounds, start, end);
    return {
      ...estimate,
      share: (end - start) / count,
      from: ordered[start]!,
      to: ordered[end - 1]!,
    };
  });
}

function nearest(bounds: Uint32Array, place: number): number {
  return bounds.reduce((best, bound) =>
    Math.abs(bound - place) < Math.abs(best - place) ? bound : best,
  );
}

function meanBetween(
  ranked: Float64Array,
  bounds: Uint32Array,
  start: number,
  end: number,
): ProbabilityEstimate {
  const [n, m] = [ranked.length, end - start];
  const probability = mean(ranked, start, end);
  const [slopeLow, slopeHigh] = [start, end].map((bound) =>
    isFree(bounds, bound, n) ? atBound(ranked, bound) - probability : 0,
  ) as [number, number];
  const below = slopeLow * (1 - start / n) - slopeHigh * (1 - end / n);
  const within = -slopeHigh * (1 - end / n) - slopeLow * (start / n);
  const above = slopeHigh * (end / n) - slopeLow * (start / n);
  // Where all draws hit or none does, as in `estimateProbability`: about 1 / m.
  const own = Math.max(probability * (1 - probability), 1 / m);
  const squares = m * own + m * within * within + start * below * below + (n - end) * above * above;
  const standardError = Math.sqrt(squares) / m;
  const spread = probability * (1 - probability);
  const effective = spread === 0 ? m : spread / (standardError * standardError);
  return {
    probability,
    standardError,
    interval95: wilsonInterval(probability * effective, effective),
  };
}

/** Whether a bound would lie elsewhere in another sample. */
function isFree(bounds: Uint32Array, bound: number, count: number): boolean {
  if (bound === 0 || bound === count) return false;
  const at = bounds.indexOf(bound);
  const ties = Math.max(bound - bounds[at - 1]!, bounds[at + 1]! - bound);
  return ties < ATOM_SHARE * count;
}

function atBound(ranked: Float64Array, bound: number): number {
  const near = Math.max(1, Math.round(ranked.length * NEARBY));
  return mean(ranked, Math.max(0, bound - near), Math.min(ranked.length, bound + near));
}

const mean = (values: Float64Array, from: number, to: number): number =>
  values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
