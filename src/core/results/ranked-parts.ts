import { tieBounds } from "./input-classes.ts";
import { rankOrder } from "./rank-order.ts";

/** The draws in which an input lies in one part of its range, and the mean of an outcome over them. */
export interface RankedPart {
  /** Share of all draws. */
  readonly share: number;
  /** The smallest and the largest value of the input. */
  readonly from: number;
  readonly to: number;
  readonly draws: number;
  readonly mean: number;
  readonly standardError: number;
  /** The mean at the lower bound less that of the part, and the same at the upper; 0 where a bound does not move. */
  readonly slopes: readonly [number, number];
}

/** Draws on either side of a bound, as a share of all, that tell the mean of the outcome there. */
const NEARBY = 1 / 40;
/** A bound between values of which one has this share of all draws stays where it is from sample to sample. */
const ATOM_SHARE = 0.01;

/**
 * Cut an input's draws, in ascending order of its value, at some shares of all, and average an outcome over each
 * part. Equal values stay together, so that there may be fewer parts than asked for, or parts of other sizes.
 * Draws are independent.
 *
 * The error has two parts, of the outcome itself and of the bounds, which are quantiles of the same draws. Each
 * draw's influence on the mean p over ranks [a, b) of n is (y − p) within, less (p_b − p)(1[rank < b] − b/n), plus
 * (p_a − p)(1[rank < a] − a/n), with p_a and p_b the means at the bounds (as for trimmed means: Stigler 1974,
 * "Linear functions of order statistics with smooth weight functions", Annals of Statistics 2, 676-693).
 *
 * @param outcome finite, in the order of draws
 */
export function rankedParts(
  values: Float64Array,
  outcome: ArrayLike<number>,
  shares: readonly number[],
): readonly RankedPart[] {
  const order = rankOrder(values);
  const count = order.length;
  const ordered = Float64Array.from(order, (draw) => values[draw]!);
  const ranked = Float64Array.from(order, (draw) => outcome[draw]!);
  const bounds = tieBounds(ordered);
  const cuts = new Set([0, ...shares.map((share) => nearest(bounds, share * count)), count]);
  const places = [...cuts];
  return places.slice(1).map((end, part): RankedPart => {
    const start = places[part]!;
    return {
      ...meanBetween(ranked, bounds, start, end),
      draws: end - start,
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
): Pick<RankedPart, "mean" | "standardError" | "slopes"> {
  const [n, m] = [ranked.length, end - start];
  const mean = meanOf(ranked, start, end);
  const [low, high] = [start, end].map((bound) =>
    isFree(bounds, bound, n) ? atBound(ranked, bound) - mean : 0,
  ) as [number, number];
  const below = low * (1 - start / n) - high * (1 - end / n);
  const within = -high * (1 - end / n) - low * (start / n);
  const above = high * (end / n) - low * (start / n);
  const own = ranked.subarray(start, end).reduce((sum, y) => sum + (y - mean) * (y - mean), 0);
  const squares = own + m * within * within + start * below * below + (n - end) * above * above;
  return { mean, standardError: Math.sqrt(squares) / m, slopes: [low, high] };
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
  return meanOf(ranked, Math.max(0, bound - near), Math.min(ranked.length, bound + near));
}

const meanOf = (values: Float64Array, from: number, to: number): number =>
  values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
