import { type Moments, mergeMoments } from "../results/merge-moments.ts";
import type { ColumnTally } from "../results/tally.ts";
import type { HistogramLayout } from "./histogram-layout.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Collects the statistics of one column over the blocks of a run. */
export interface ColumnAccumulator {
  /** Add the first `length` values; those that are not finite are left out. */
  add(values: Float64Array, length: number): void;
  finish(): ColumnTally;
}

const finiteValues = new Float64Array(BLOCK_DRAWS);

/** Start with nothing. `counts` has two more elements than the layout has bins, all 0. */
export function createColumnAccumulator(
  layout: HistogramLayout,
  counts: Float64Array,
): ColumnAccumulator {
  let moments: Moments = { count: 0, mean: 0, m2: 0 };
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;

  const addFinite = (values: Float64Array, length: number): void => {
    const least = smallest(values, length);
    const most = largest(values, length);
    // The mean of equal values must not differ from them by rounding.
    const mean = least === most ? least : sumOf(values, length) / length;
    const m2 = countValues(values, length, mean, layout, counts);
    moments = mergeMoments(moments, { count: length, mean, m2 });
    min = Math.min(min, least);
    max = Math.max(max, most);
  };

  return {
    add(values, length) {
      // A sum is finite only where all its terms are.
      if (Number.isFinite(sumOf(values, length))) return addFinite(values, length);
      const kept = keepFinite(values, length);
      if (kept > 0) addFinite(finiteValues, kept);
    },
    finish: () => ({
      ...moments,
      min,
      max,
      histogram: { whole: layout.whole, origin: layout.origin, width: layout.width, counts },
    }),
  };
}

/** Copy the finite values to `finiteValues` and return their number. */
function keepFinite(values: Float64Array, length: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (value - value === 0) finiteValues[kept++] = value;
  }
  return kept;
}

/** In four partial sums, which do not wait for each other. */
function sumOf(values: Float64Array, length: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    sum0 += values[i]!;
    sum1 += values[i + 1]!;
    sum2 += values[i + 2]!;
    sum3 += values[i + 3]!;
  }
  for (; i < length; i++) sum0 += values[i]!;
  return sum0 + sum1 + (sum2 + sum3);
}

function smallest(values: Float64Array, length: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
  }
  return least;
}

function largest(values: Float64Array, length: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (value > most) most = value;
  }
  return most;
}

/** Count finite values in their bins; returns the sum of their squared deviations from `mean`. */
function countValues(
  values: Float64Array,
  length: number,
  mean: number,
  layout: HistogramLayout,
  counts: Float64Array,
): number {
  const { origin, bins } = layout;
  const perWidth = 1 / layout.width;
  let m2 = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    const deviation = value - mean;
    m2 += deviation * deviation;
    const position = (value - origin) * perWidth;
    const slot = position < 0 ? 0 : position < bins ? (position | 0) + 1 : bins + 1;
    counts[slot] = counts[slot]! + 1;
  }
  return m2;
}
