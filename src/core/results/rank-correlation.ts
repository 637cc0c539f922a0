import { sampleCorrelation } from "simple-statistics";

/**
 * Spearman's rank correlation of two columns of equal length, ties sharing their mean rank; draws where
 * either value is NaN are left out. NaN where fewer than two remain or one column is constant.
 */
export function rankCorrelation(x: Float64Array, y: Float64Array): number {
  if (x.length !== y.length) throw new RangeError("The columns differ in length.");
  const kept = x.map((value, i) => value + y[i]!).map((sum) => (Number.isNaN(sum) ? 0 : 1));
  const keep = (column: Float64Array): Float64Array => column.filter((_, i) => kept[i] === 1);
  const ranksX = meanRanks(keep(x));
  const ranksY = meanRanks(keep(y));
  if (ranksX.length < 2) return Number.NaN;
  // The library's types ask for arrays, but it only reads elements and length.
  return sampleCorrelation(ranksX as unknown as number[], ranksY as unknown as number[]);
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function meanRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => {
    const a = values[i]!;
    const b = values[j]!;
    return a < b ? -1 : a > b ? 1 : 0;
  });
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}
