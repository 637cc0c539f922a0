import { betaFunctions } from "../beta.ts";
import { continuousLaw, type Law } from "./law.ts";
import { bracketQuantile, solveQuantile, type Tails } from "./solve-quantile.ts";

/** Standard Student t by the incomplete beta function: P(T > t) = ½ I_x(df/2, ½), x = df/(df + t²), t ≥ 0. */
function standardStudent(df: number): Tails {
  const root = Math.sqrt(df);
  const beta = betaFunctions(0.5 * df, 0.5);
  /** x and 1 − x, without overflow of t². */
  const parts = (t: number): readonly [number, number] => {
    const size = Math.abs(t) / root;
    if (size > 1) {
      const r = 1 / size / size;
      return [r / (1 + r), 1 / (1 + r)];
    }
    const r = size * size;
    return [1 / (1 + r), r / (1 + r)];
  };
  const tail = (t: number): number => 0.5 * beta.lower(...parts(t));
  const side = (t: number): number => (t >= 0 ? tail(t) : 0.5 + 0.5 * beta.upper(...parts(t)));
  return {
    upper: side,
    lower: (t) => side(-t),
    density: (t) => {
      // Flat at 0: the relative change up to 1e-9 √df is below 1e-18 (df + 1).
      const size = Math.max(Math.abs(t), 1e-9 * root);
      return beta.power(...parts(size)) / size;
    },
  };
}

/** `location + scale · t(df)`. */
export function studentTLaw(df: number, location: number, scale: number): Law {
  const standard = standardStudent(df);
  /** t ≥ 0 with P(T > t) = q, q ≤ ½. */
  const quantile = (q: number): number => {
    if (q === 0.5) return 0;
    const [low, high] = bracketQuantile(standard, 1 - q, q, 0, 1);
    return solveQuantile(standard, 1 - q, q, Math.max(0, low), high);
  };
  return continuousLaw({
    support: [-Infinity, Infinity],
    mean: () => (df > 1 ? location : Number.NaN),
    variance: () => {
      if (df > 2) return scale * scale * (df / (df - 2));
      return df > 1 ? Number.POSITIVE_INFINITY : Number.NaN;
    },
    density: (x) => standard.density((x - location) / scale) / scale,
    lower: (x) => standard.lower((x - location) / scale),
    upper: (x) => standard.upper((x - location) / scale),
    quantile: (p, q) => (p <= q ? location - scale * quantile(p) : location + scale * quantile(q)),
  });
}
