import { log } from "../math.ts";

/** What the solver evaluates: the law's two tails and density between `low` and `high`. */
export interface Tails {
  readonly lower: (x: number) => number;
  readonly upper: (x: number) => number;
  readonly density: (x: number) => number;
}

const SMALLEST = 5e-324;

/** A point between: geometric where both ends have one sign and differ in size, else arithmetic. */
function between(low: number, high: number): number {
  if (low >= 0 && high > 4 * low) return Math.sqrt(Math.max(low, SMALLEST)) * Math.sqrt(high);
  if (high <= 0 && low < 4 * high) return -Math.sqrt(Math.max(-high, SMALLEST)) * Math.sqrt(-low);
  return low + 0.5 * (high - low);
}

/**
 * The x in [low, high] (finite) with P(X ≤ x) = p, for a distribution function that is continuous there;
 * p + q = 1. Newton's method on the logarithm of the smaller tail, safeguarded by bisection;
 * relative error of x about 1e-15 divided by the condition of the problem.
 */
export function solveQuantile(
  tails: Tails,
  p: number,
  q: number,
  low: number,
  high: number,
  start: number = between(low, high),
): number {
  let left = low;
  let right = high;
  let x = start > low && start < high ? start : between(low, high);
  for (let step = 0; step < 300; step++) {
    const tail = p <= q ? tails.lower(x) : tails.upper(x);
    // ln of tail over wanted, positive where x is too far right.
    const excess = p <= q ? log(tail / p) : -log(tail / q);
    if (excess === 0) return x;
    if (excess < 0) left = x;
    else right = x;
    const newton = x - (excess * tail) / tails.density(x);
    const inside = newton > left && newton < right;
    const next = inside && step % 8 !== 7 ? newton : between(left, right);
    if (!(next > left && next < right)) return x;
    if (inside && next === newton && Math.abs(newton - x) <= 2e-16 * Math.abs(x)) return newton;
    x = next;
  }
  return x;
}

/** A finite bracket of the same quantile, grown from `start` by doubling steps of about `scale`. */
export function bracketQuantile(
  tails: Tails,
  p: number,
  q: number,
  start: number,
  scale: number,
): readonly [number, number] {
  const tooSmall = (x: number): boolean => (p <= q ? tails.lower(x) < p : tails.upper(x) > q);
  let step = scale;
  if (tooSmall(start)) {
    let high = start + step;
    while (tooSmall(high)) {
      step *= 2;
      high = start + step;
    }
    return [high - step, high];
  }
  let low = start - step;
  while (!tooSmall(low)) {
    step *= 2;
    low = start - step;
  }
  return [low, start];
}
