import { gammaFunctions } from "../gamma.ts";
import { continuousLaw, type Law } from "./law.ts";
import { bracketQuantile, solveQuantile } from "./solve-quantile.ts";

/** Gamma with shape > 0 and scale > 0; its mean is shape · scale. */
export function gammaLaw(shape: number, scale: number): Law {
  const standard = gammaFunctions(shape);
  return continuousLaw({
    support: [0, Infinity],
    mean: () => shape * scale,
    variance: () => shape * scale * scale,
    density: (x) => standard.density(x / scale) / scale,
    lower: (x) => standard.lower(x / scale),
    upper: (x) => standard.upper(x / scale),
    quantile: (p, q) => {
      const [low, high] = bracketQuantile(standard, p, q, shape, Math.sqrt(shape) + 1);
      return scale * solveQuantile(standard, p, q, Math.max(0, low), high);
    },
  });
}
