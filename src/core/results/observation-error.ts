/**
 * A sensible measurement error (standard deviation) for a figure as published.
 *
 * Half of its last digit, for rounding and small revisions. A figure of the first q quarters is also a noisy
 * reading of the year: where the four quarters vary independently about the same level and the year's figure
 * is their mean, with standard deviation σ, the mean of q quarters differs from it by σ √((4 − q) / q), and that
 * difference is independent of the year's figure. Quarters that move together differ by less.
 *
 * @param lastDigit the unit of the figure's last digit, > 0
 * @param spread the quantity's own standard deviation in the model, ≥ 0
 * @param quarters 1 to 4; 4 for a figure of the whole year
 */
export function observationError(lastDigit: number, spread: number, quarters: number): number {
  const rounding = lastDigit / 2;
  const rest = Number.isFinite(spread) ? (spread * spread * (4 - quarters)) / quarters : 0;
  return Math.sqrt(rounding * rounding + rest);
}
