import { pilotQuantiles } from "./pilot-quantiles.ts";

/** Bins of a column of continuous values. */
const BINS = 2048;

/** How far the bins reach from the median, in distances from the median to the 0.5 % and 99.5 % quantiles. */
const REACH = 1.75;

/** And at most, in distances from the median to the 5 % and 95 % quantiles: what keeps bins narrow in the middle. */
const FARTHEST = 40;

/** Values farther out do not shape the bins: what is computed from the others then stays finite. */
const LARGEST = 1e300;

/** The reciprocal of a width must be finite. */
const NARROWEST = 1e-300;

/** Where a column's histogram has its bins. */
export interface HistogramLayout {
  readonly whole: boolean;
  readonly origin: number;
  readonly width: number;
  readonly bins: number;
  /** A value near the mean: the pilot's median. */
  readonly centre: number;
}

/**
 * Choose the bins of a column from its pilot draws, by quantiles rather than by extremes, so that a heavy
 * tail does not make the bins coarse: on each side the bins reach to `REACH` times the distance from the
 * median to the 0.5 % or 99.5 % quantile, but not beyond `FARTHEST`, and no farther beyond the pilot's
 * extreme than that extreme is from the 5 % or 95 % quantile. For a normal column that is about ±4.5
 * standard deviations in bins of 0.0045; for a t with 2 degrees of freedom some 0.2 % of the values stay
 * outside on each side; an event of 1 % far from all else is still inside.
 */
export function histogramLayout(pilot: Float64Array, whole: boolean): HistogramLayout {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < pilot.length; i++) {
    const value = pilot[i]!;
    if (!(Math.abs(value) <= LARGEST)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return { whole, origin: -0.5, width: 1, bins: 1, centre: 0 };
  const quantiles = pilotQuantiles(pilot, min, max, [0.005, 0.05, 0.5, 0.95, 0.995]);
  const [lowest, p5, median, p95, highest] = quantiles as [number, number, number, number, number];
  const near = p95 > p5 ? (p95 - p5) / 4 : max - min;
  const below = reach(median - lowest, median - p5, median - min, near);
  const above = reach(highest - median, p95 - median, max - median, near);
  const bins = whole
    ? wholeBins(Math.floor(median - below), Math.ceil(median + above))
    : continuousBins(median - below, median + above);
  return { whole, centre: median, ...bins };
}

/** How far the bins reach on one side, from distances from the median to the outer and inner quantile and the extreme. */
function reach(outer: number, inner: number, extreme: number, near: number): number {
  const wanted = Math.max(REACH * outer, near);
  return Math.min(wanted, FARTHEST * Math.max(inner, near), extreme + (extreme - inner));
}

type Bins = Pick<HistogramLayout, "origin" | "width" | "bins">;

/** Bins from just below `low` to just above `high`; where both are equal, one narrow bin centred on them. */
function continuousBins(low: number, high: number): Bins {
  if (high > low) {
    const width = Math.max((high - low) / (BINS - 2), NARROWEST);
    return { origin: low - width, width, bins: BINS };
  }
  const width = Math.max(1e-9 * (Math.abs(low) || 1), NARROWEST);
  return { origin: low - width / 2, width, bins: 1 };
}

/** Bins centred on the whole numbers from `low` to `high`, with an odd number of them in each. */
function wholeBins(low: number, high: number): Bins {
  const numbers = high - low + 1;
  const width = 2 * Math.ceil((numbers / BINS - 1) / 2) + 1;
  return { origin: low - 0.5, width, bins: Math.ceil(numbers / width) };
}
