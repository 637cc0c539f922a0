/**
 * Statistics of all values of a sample; not for the millions of draws of a run, which are tallied.
 * Each gives NaN where a value is not a finite number.
 */

/** The arithmetic mean. */
export function sampleMean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return finiteOrNaN(sum / values.length);
}

/** The standard deviation with n − 1 in the denominator; n ≥ 2. */
export function sampleSd(values: Float64Array): number {
  const mean = sampleMean(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return finiteOrNaN(Math.sqrt(squares / (values.length - 1)));
}

/** The p-quantile, 0 ≤ p ≤ 1, interpolated between order statistics (type 7 of Hyndman and Fan 1996). */
export function sampleQuantile(values: Float64Array, p: number): number {
  if (countNotFinite(values) > 0) return Number.NaN;
  const sorted = values.toSorted();
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (position - below) * (high - low);
}

/** How many values are not finite numbers. */
export function countNotFinite(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (!Number.isFinite(value)) count += 1;
  return count;
}

function finiteOrNaN(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
