import { type Moments, mergeMoments } from "../results/merge-moments.ts";
import type { ColumnTally } from "../results/tally.ts";
import type { HistogramLayout } from "./histogram-layout.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Collects the statistics of one column over the blocks of a run. */
export interface ColumnAccumulator {
  /** Add the first `length` values; those that are not finite are left out. */
  add(values: Float64Array, length: number): void;
  /** `counts` is where the tally's histogram shall stand: two more elements than the layout has bins. */
  finish(counts: Uint32Array): ColumnTally;
}

/** 1.5 · 2^52: what is added to it is rounded to the nearest whole number, to the even one of two. */
const ROUNDING = 6755399441055744;

/** Number, sum of deviations and of their squares, minimum and maximum of a block's finite values. */
const block = new Float64Array(5);
/** Four interleaved sums of deviations, and four of their squares. */
const sums = new Float64Array(8);
/** The bins of a block's finite values. */
const found = new Int32Array(BLOCK_DRAWS);

/** Start with nothing. `slots` has two more elements than the layout has bins, all 0. */
export function createColumnAccumulator(
  layout: HistogramLayout,
  slots: Uint32Array,
): ColumnAccumulator {
  const { whole, origin, width } = layout;
  let moments: Moments = { count: 0, mean: 0, m2: 0 };
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  return {
    add(values, length) {
      collect(values, length, layout, slots);
      const [count = 0, sum = 0, squares = 0, least = min, most = max] = block;
      if (count === 0) return;
      const mean = layout.centre + sum / count;
      moments = mergeMoments(moments, {
        count,
        mean,
        m2: Math.max(0, squares - (sum * sum) / count),
      });
      min = Math.min(min, least);
      max = Math.max(max, most);
    },
    finish(counts) {
      counts.set(slots);
      return { ...moments, min, max, histogram: { whole, origin, width, counts } };
    },
  };
}

/**
 * Count the finite values in their bins and write to `block` what the moments need. Deviations are from
 * the layout's centre, which is near the mean, so that no digits are lost; those of a constant are 0.
 * Sums are of every fourth value, and then of those four, so that four values can be added at a time.
 */
function collect(
  values: Float64Array,
  length: number,
  layout: HistogramLayout,
  slots: Uint32Array,
): void {
  const { centre, width, bins } = layout;
  const perWidth = 1 / width;
  const firstMiddle = layout.origin + width / 2;
  sums.fill(0);
  let count = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    const deviation = value - centre;
    const position = (value - firstMiddle) * perWidth;
    const nearest = Math.min(Math.max(position, -1), bins);
    found[count] = nearest + (ROUNDING + 1) - ROUNDING;
    count += 1;
    const lane = i & 3;
    sums[lane] = sums[lane]! + deviation;
    sums[lane + 4] = sums[lane + 4]! + deviation * deviation;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, q0 = 0, q1 = 0, q2 = 0, q3 = 0] = sums;
  block[0] = count;
  block[1] = s0 + s2 + (s1 + s3);
  block[2] = q0 + q2 + (q1 + q3);
  // Adding 0 makes 0 of −0: which of them came first does not matter.
  block[3] = min + 0;
  block[4] = max + 0;
  countFound(count, slots);
}

/**
 * Count the values in the bins that were found. Four bins are read before the first is counted: some processors let no
 * load pass a store whose address is not known yet, and then each value would wait for the bin of the one before it.
 */
function countFound(count: number, slots: Uint32Array): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const a = found[i]!;
    const b = found[i + 1]!;
    const c = found[i + 2]!;
    const d = found[i + 3]!;
    slots[a] = slots[a]! + 1;
    slots[b] = slots[b]! + 1;
    slots[c] = slots[c]! + 1;
    slots[d] = slots[d]! + 1;
  }
  for (; i < count; i++) slots[found[i]!] = slots[found[i]!]! + 1;
}
