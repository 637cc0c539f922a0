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

/** `quantile(d, 0.5)` */
export function median(d: Distribution): number {
  return lawOf(d).quantile(0.5, 0.5);
}
