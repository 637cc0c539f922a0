import type { ProbabilityEstimate } from "../results/summary.ts";
import { formatChange, formatNumber } from "./format-number.ts";

/** Write a share (0..1) in percent, without a space in either language: `72%`. */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals)}%`;
}

/** Write a share that someone chose, in percent with the digits that it was chosen with: `99.9%`. */
export function formatChosenPercent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}

/**
 * Decimals of a percentage that its sampling error allows: one where the 95 % interval is narrower
 * than the last digit (0.1 points), else none.
 */
export function percentDecimals([low, high]: readonly [number, number]): 0 | 1 {
  return high - low < 0.001 ? 1 : 0;
}

/**
 * Write an estimated probability as precisely as its sampling error allows. What would round to
 * nought or to certainty is `<1%` or `>99%` (with one decimal `<0.1%`, `>99.9%`), since draws can
 * prove neither.
 */
export function formatProbability(
  estimate: Pick<ProbabilityEstimate, "probability" | "interval95">,
): string {
  const decimals = percentDecimals(estimate.interval95);
  const text = formatPercent(estimate.probability, decimals);
  if (text === formatPercent(0, decimals)) return decimals === 0 ? "<1%" : "<0.1%";
  if (text === formatPercent(1, decimals)) return decimals === 0 ? ">99%" : ">99.9%";
  return text;
}

/** Write an interval of probabilities with one decimal: `71.7–72.3%`. */
export function formatInterval([low, high]: readonly [number, number]): string {
  return `${formatNumber(low * 100, 1)}–${formatPercent(high, 1)}`;
}

/** Write a difference of two probabilities in whole percentage points with its sign: `+3`, `−2`, `±0`. */
export function formatProbabilityChange(difference: number): string {
  return formatChange(difference * 100, 0);
}
