import type { Distribution } from "../model/distribution.ts";
import { lawOf } from "./laws/law-of.ts";

/**
 * The smallest x with P(X ≤ x) ≥ p. p = 0 and 1 give the ends of the support (±∞ where it has none);
 * throws RangeError outside [0, 1].
 */
export function quantile(d: Distribution, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is between 0 and 1, not ${p}.`);
  const law = lawOf(d);
  if (p === 0) return law.support[0];
  return p === 1 ? law.support[1] : law.quantile(p, 1 - p);
}

/** P(X ≤ x) */
export function cdf(d: Distribution, x: number): number {
  return lawOf(d).lower(x);
}

/** NaN where it does not exist (student_t with df ≤ 1). */
export function mean(d: Distribution): number {
  return lawOf(d).mean();
}

/** ∞ or NaN where it does not exist (student_t with df ≤ 2 or ≤ 1). */
export function variance(d: Distribution): number {
  return lawOf(d).variance();
}

export function median(d: Distribution): number {
  return lawOf(d).quantile(0.5, 0.5);
}

/** Smallest and largest possible value; may be infinite. */
export function support(d: Distribution): readonly [number, number] {
  return lawOf(d).support;
}

/** Whether single values carry all the probability, as for counts, 0/1 events and constants. */
export function isDiscrete(d: Distribution): boolean {
  return lawOf(d).discrete;
}
