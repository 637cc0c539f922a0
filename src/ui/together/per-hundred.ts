import { formatChange, formatNumber } from "../../core/format/format-number.ts";

/** Two probabilities closer than this need a decimal to be told apart, in percentage points. */
const CLOSE = 2;

/** Decimals with which a change in percentage points is told: one where whole points would hide it. */
const decimalsOf = (change: number): 0 | 1 => (Math.abs(change) * 100 < CLOSE ? 1 : 0);

/**
 * Two probabilities as frequencies in 100, equally precise, and fine enough to be told apart. What is not quite
 * never or always is not rounded to that.
 */
export function perHundred(one: number, other: number): readonly [string, string] {
  const decimals = decimalsOf(one - other);
  return [frequency(one, decimals), frequency(other, decimals)];
}

function frequency(probability: number, decimals: number): string {
  const text = formatNumber(probability * 100, decimals);
  if (probability > 0 && Number(text) === 0) return decimals > 0 ? "<0.1" : "<1";
  if (probability < 1 && Number(text) === 100) return decimals > 0 ? ">99.9" : ">99";
  return text;
}

/** A change of probability in percentage points with its sign. */
export function pointsOf(change: number): string {
  return formatChange(change * 100, decimalsOf(change));
}

/** A standard error in percentage points, two significant digits at most. */
export function errorPoints(standardError: number): string {
  const points = standardError * 100;
  return formatNumber(points, points < 0.095 ? 2 : 1);
}
