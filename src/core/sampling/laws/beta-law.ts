import { betaFunctions } from "../beta.ts";
import { continuousLaw, type Law } from "./law.ts";
import { solveQuantile, type Tails } from "./solve-quantile.ts";

/** Beta with shapes alpha and beta, stretched to [low, high]. */
export function betaLaw(alpha: number, beta: number, low: number, high: number): Law {
  const width = high - low;
  const { power, lower, upper } = betaFunctions(alpha, beta);
  const mirrored = betaFunctions(beta, alpha);
  const fromLow = (x: number): number => (x - low) / width;
  const fromHigh = (x: number): number => (high - x) / width;
  const sum = alpha + beta;
  const unit = (functions: typeof mirrored): Tails => ({
    lower: (t) => functions.lower(t, 1 - t),
    upper: (t) => functions.upper(t, 1 - t),
    density: (t) => functions.power(t, 1 - t) / (t * (1 - t)),
  });
  const forward = unit({ power, lower, upper });
  const backward = unit(mirrored);
  return continuousLaw({
    support: [low, high],
    mean: () => low + width * (alpha / sum),
    variance: () => (width * width * (alpha / sum) * (beta / sum)) / (sum + 1),
    density: (x) => {
      const t = fromLow(x);
      const u = fromHigh(x);
      return t > 0 && u > 0 ? power(t, u) / (t * u * width) : 0;
    },
    lower: (x) => lower(fromLow(x), fromHigh(x)),
    upper: (x) => upper(fromLow(x), fromHigh(x)),
    // Measured from the nearer end, so that values close to it keep their relative accuracy.
    quantile: (p, q) =>
      lower(0.5, 0.5) >= p
        ? low + width * solveQuantile(forward, p, q, 0, 1, alpha / sum)
        : high - width * solveQuantile(backward, q, p, 0, 1, beta / sum),
  });
}

/** Modified PERT with the usual weight 4 of the mode (Malcolm, Roseboom, Clark and Fazar 1959). */
export function pertLaw(low: number, mode: number, high: number): Law {
  const width = high - low;
  return betaLaw(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width, low, high);
}
