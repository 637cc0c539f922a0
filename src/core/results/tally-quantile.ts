import type { ColumnTally } from "./tally.ts";

/** A share that should be reached exactly must not be missed by the rounding of p · count. */
const ROUNDING = 1 - 1e-15;

/**
 * The p-quantile of a column's finite values, 0 ≤ p ≤ 1; NaN where there are none.
 *
 * Whole numbers: the smallest k with a share ≥ p at or below it (exact while bins have width 1).
 * Other columns: values are taken as spread evenly within their bin, or within the part of it between
 * the column's minimum and maximum; the error is at most a bin's width.
 */
export function tallyQuantile(column: ColumnTally, p: number): number {
  return tallyQuantiles(column, [p])[0]!;
}

/** The same for several probabilities in ascending order, in one pass over the bins. */
export function tallyQuantiles(column: ColumnTally, ps: readonly number[]): readonly number[] {
  const { histogram, count } = column;
  const { counts } = histogram;
  if (count === 0) return ps.map(() => Number.NaN);
  const last = counts.length - 1;
  const quantiles: number[] = [];
  let below = 0;
  let slot = 0;
  let inside = counts[slot]!;
  for (const p of ps) {
    const wanted = p * count * ROUNDING;
    while (slot < last && (inside === 0 || below + inside < wanted)) {
      below += inside;
      slot += 1;
      inside = counts[slot]!;
    }
    const share = inside === 0 ? 1 : Math.min(1, (wanted - below) / inside);
    const [low, high] = slotRange(column, slot);
    const value = low + share * (high - low);
    quantiles.push(histogram.whole ? Math.round(value) : value);
  }
  return quantiles;
}

/** Share of a column's finite values at or below x, on the same assumptions; NaN where there are none. */
export function tallyCdf(column: ColumnTally, x: number): number {
  const { histogram, count } = column;
  if (count === 0) return Number.NaN;
  let below = 0;
  for (let slot = 0; slot < histogram.counts.length; slot++) {
    const inside = histogram.counts[slot]!;
    if (inside === 0) continue;
    const [low, high] = slotRange(column, slot);
    if (high <= x) below += inside;
    else if (low > x) break;
    else if (histogram.whole) below += (inside * (Math.floor(x) - low + 1)) / (high - low + 1);
    else below += (inside * (x - low)) / (high - low);
  }
  return below / count;
}

/** The smallest and largest value that a slot, a bin or what lies outside all bins, can hold. */
function slotRange(column: ColumnTally, slot: number): readonly [number, number] {
  const { histogram, min, max } = column;
  const { origin, width, counts, whole } = histogram;
  const inset = whole ? 0.5 : 0;
  const low = slot === 0 ? min : origin + (slot - 1) * width + inset;
  const high = slot === counts.length - 1 ? max : origin + slot * width - inset;
  return [Math.max(low, min), Math.min(high, max)];
}
