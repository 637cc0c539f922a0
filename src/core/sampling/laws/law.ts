/** Probabilities closer than this, relatively, are taken as equal where values carry probability of their own. */
export const TIE = 1e-15;

/**
 * The probability law of a distribution, ready to evaluate. Tails are given from both sides, so that small
 * probabilities keep their relative accuracy.
 */
export interface Law {
  /** Whether single values carry all the probability. */
  readonly discrete: boolean;
  /** Smallest and largest possible value; may be infinite. */
  readonly support: readonly [number, number];
  /** NaN or ∞ where it does not exist. */
  readonly mean: () => number;
  /** NaN or ∞ where it does not exist. */
  readonly variance: () => number;
  /** Density of the continuous part; 0 outside the support. */
  readonly density: (x: number) => number;
  /** P(X ≤ x) */
  readonly lower: (x: number) => number;
  /** P(X > x) */
  readonly upper: (x: number) => number;
  /** P(X < x) */
  readonly below: (x: number) => number;
  /** P(X ≥ x) */
  readonly from: (x: number) => number;
  /** The smallest x with P(X ≤ x) ≥ p, for p + q = 1 with the smaller of both exact. */
  readonly quantile: (p: number, q: number) => number;
  /** Values in [low, high], ascending, with probability of their own or where the density is not smooth. */
  readonly joints: (low: number, high: number) => readonly number[];
}

/** What makes a continuous law. */
export interface ContinuousParts {
  readonly support: readonly [number, number];
  readonly mean: () => number;
  readonly variance: () => number;
  readonly density: (x: number) => number;
  readonly lower: (x: number) => number;
  readonly upper: (x: number) => number;
  readonly quantile: (p: number, q: number) => number;
  /** Where the density is not smooth, the ends of the support aside. */
  readonly kink?: number;
}

/** A law without values that carry probability; its finite ends count as joints. */
export function continuousLaw(parts: ContinuousParts): Law {
  const { kink, ...functions } = parts;
  const [least, most] = parts.support;
  const places = [
    least,
    ...(kink === undefined || kink <= least || kink >= most ? [] : [kink]),
    most,
  ];
  return {
    ...functions,
    discrete: false,
    below: parts.lower,
    from: parts.upper,
    quantile: (p, q) => (p <= 0 ? least : q <= 0 ? most : parts.quantile(p, q)),
    joints: (low, high) => places.filter((x) => Math.abs(x) < Infinity && x >= low && x <= high),
  };
}
