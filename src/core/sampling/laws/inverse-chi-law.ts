import { gammaFunctions } from "../gamma.ts";
import { continuousLaw, type Law } from "./law.ts";
import { bracketQuantile, solveQuantile } from "./solve-quantile.ts";

/** `scale · √(df/W)`, W chi-squared with df degrees of freedom: what makes a Student t of a standard normal. */
export function inverseChiLaw(df: number, scale: number): Law {
  const half = gammaFunctions(0.5 * df);
  /** Half of W. */
  const halfOf = (x: number): number => 0.5 * df * (scale / x) * (scale / x);
  const quantileOfHalf = (p: number, q: number): number => {
    const [low, high] = bracketQuantile(half, p, q, 0.5 * df, Math.sqrt(0.5 * df) + 1);
    return solveQuantile(half, p, q, Math.max(0, low), high);
  };
  return continuousLaw({
    support: [0, Infinity],
    mean: () => Number.NaN,
    variance: () => Number.NaN,
    density: (x) => (x > 0 ? (half.density(halfOf(x)) * 2 * halfOf(x)) / x : 0),
    lower: (x) => (x > 0 ? half.upper(halfOf(x)) : 0),
    upper: (x) => (x > 0 ? half.lower(halfOf(x)) : 1),
    quantile: (p, q) => scale * Math.sqrt((0.5 * df) / quantileOfHalf(q, p)),
  });
}
