import type { HistogramLayout } from "../kernel/histogram-layout.ts";
import type { WeightedColumn } from "./weighted-tally.ts";

/** Collect a column's finite values as they are and by weight, in a layout's bins. */
export function weighColumn(
  values: Float64Array,
  weights: Float64Array,
  layout: HistogramLayout,
): WeightedColumn {
  const { whole, origin, width, bins, centre } = layout;
  const counts = new Float64Array(bins + 2);
  const sums = new Float64Array(bins + 2);
  let [count, sum, squares] = [0, 0, 0];
  let [weight, weightedSum, weightedSquares] = [0, 0, 0];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value)) continue;
    const slot = Math.min(Math.max(Math.floor((value - origin) / width), -1), bins) + 1;
    const deviation = value - centre;
    const w = weights[k]!;
    counts[slot] = counts[slot]! + 1;
    sums[slot] = sums[slot]! + w;
    count += 1;
    sum += deviation;
    squares += deviation * deviation;
    weight += w;
    weightedSum += w * deviation;
    weightedSquares += w * deviation * deviation;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return {
    whole,
    origin,
    width,
    min,
    max,
    plain: moments(count, sum, squares, centre),
    weighted: moments(weight, weightedSum, weightedSquares, centre),
    counts,
    weights: sums,
  };
}

/** From sums of deviations from a centre near the mean, so that no digits are lost. */
function moments(count: number, sum: number, squares: number, centre: number) {
  if (count === 0) return { count, mean: centre, m2: 0 };
  return { count, mean: centre + sum / count, m2: Math.max(0, squares - (sum * sum) / count) };
}
