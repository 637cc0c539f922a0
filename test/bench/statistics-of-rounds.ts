/** The middle of the values, or the mean of the two in the middle; NaN where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** The median over rounds of how many times longer `slow` took than `fast` in the same round. */
export function medianRatio(slow: readonly number[], fast: readonly number[]): number {
  return median(slow.map((time, round) => time / (fast[round] ?? Number.NaN)));
}

/**
 * How far two estimates of a probability from so many draws are apart, in standard errors of their
 * difference.
 */
export function deviation(one: number, draws: number, other: number, otherDraws: number): number {
  if (one === other) return 0;
  const pooled = (one * draws + other * otherDraws) / (draws + otherDraws);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / draws + 1 / otherDraws));
  return Math.abs(one - other) / error;
}
