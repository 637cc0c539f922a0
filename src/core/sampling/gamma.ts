import { exp, log, log1p } from "./math.ts";

/** ½ ln 2π */
const HALF_LOG_TWO_PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;
const MOST_STEPS = 100_000;
const TINY = 1e-300;

/**
 * ln Γ(a + 1) − (a ln a − a + ½ ln 2πa), the error of Stirling's formula, a > 0; absolute error below 2e-15.
 * Series in 1/a from 12 on (Abramowitz and Stegun 6.1.41), recurrence below.
 */
export function stirlingError(a: number): number {
  let sum = 0;
  let b = a;
  while (b < 12) {
    sum += (b + 0.5) * log1p(1 / b) - 1;
    b += 1;
  }
  const s = 1 / (b * b);
  const series =
    1 / 12 -
    s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))));
  return sum + series / b;
}

/** ln Γ(a) for a > 0; absolute error below 4e-15 · max(1, |ln Γ(a)|). */
export function logGamma(a: number): number {
  return (a - 0.5) * log(a) - a + HALF_LOG_TWO_PI + stirlingError(a);
}

/**
 * a ln(a/x) + x − a ≥ 0 for a > 0, x > 0, without cancellation where x is near a
 * (Loader 2000, Fast and accurate computation of binomial probabilities, `bd0`).
 */
export function deviance(a: number, x: number): number {
  const v = (a - x) / (a + x);
  if (!(Math.abs(v) < 0.1)) {
    const ratio = a / x;
    return a * (ratio < Infinity ? log(ratio) : log(a) - log(x)) + x - a;
  }
  // a = m(1 + v), x = m(1 − v): m((1 + v)·2 artanh v − 2v) by the series of artanh.
  const square = v * v;
  let power = v;
  let sum = 0;
  for (let k = 3; k < 30; k += 2) {
    power *= square;
    sum += power / k;
  }
  return (a + x) * (square + (1 + v) * sum);
}

/** x^a e^−x / Γ(a + 1). */
function poissonTerm(a: number, correction: number, x: number): number {
  return exp(-correction - deviance(a, x)) / Math.sqrt(TWO_PI * a);
}

/** Standard gamma distribution functions of one shape. */
export interface GammaFunctions {
  /** Density x^(a−1) e^−x / Γ(a), x > 0. */
  readonly density: (x: number) => number;
  /** Regularised incomplete gamma function P(a, x), x > 0. */
  readonly lower: (x: number) => number;
  /** Q(a, x) = 1 − P(a, x). */
  readonly upper: (x: number) => number;
}

/** P by its power series; for x < a + 1. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MOST_STEPS && term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Continued fraction of Q·Γ(a)/(x^a e^−x) (Abramowitz and Stegun 6.5.31) by Lentz's method; for x ≥ a + 1. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

/**
 * Functions of the standard gamma distribution with shape a > 0. Relative error below 1e-13 for
 * a ≤ 1000 in both tails, growing to 1e-11 at 1e6; takes about √a steps where x is near a.
 */
export function gammaFunctions(a: number): GammaFunctions {
  const correction = stirlingError(a);
  const low = (x: number): number => poissonTerm(a, correction, x) * series(a, x);
  const high = (x: number): number => poissonTerm(a, correction, x) * a * continuedFraction(a, x);
  return {
    density: (x) => (x > 0 && x < Infinity ? (poissonTerm(a, correction, x) * a) / x : 0),
    lower: (x) => {
      if (!(x > 0)) return 0;
      if (x === Infinity) return 1;
      return x < a + 1 ? low(x) : 1 - high(x);
    },
    upper: (x) => {
      if (!(x > 0)) return 1;
      if (x === Infinity) return 0;
      return x < a + 1 ? 1 - low(x) : high(x);
    },
  };
}
