import { exp, log } from "../math.ts";
import { normalCdf, normalDensity, normalQuantile } from "../normal.ts";
import { continuousLaw, type Law } from "./law.ts";

/** √(2/π) */
const ROOT_TWO_OVER_PI = 0.7978845608028654;
/** 1/√(2π) */
const DENSITY_AT_ZERO = 0.3989422804014327;
/** Φ⁻¹(0.95) */
export const SCORE_95 = 1.6448536269514722;

/** Φ⁻¹(p) for p + q = 1 with the smaller of both exact. */
export function scoreOf(p: number, q: number): number {
  return p <= q ? normalQuantile(p) : -normalQuantile(q);
}

/** Normal with sd > 0. */
export function normalLaw(mean: number, sd: number): Law {
  return continuousLaw({
    support: [-Infinity, Infinity],
    mean: () => mean,
    variance: () => sd * sd,
    density: (x) => normalDensity((x - mean) / sd) / sd,
    lower: (x) => normalCdf((x - mean) / sd),
    upper: (x) => normalCdf((mean - x) / sd),
    quantile: (p, q) => mean + sd * scoreOf(p, q),
  });
}

/** exp of a normal; `meanLog` and `sdLog` > 0 are those of the logarithm. */
export function lognormalLaw(meanLog: number, sdLog: number): Law {
  const score = (x: number): number => (log(x) - meanLog) / sdLog;
  return continuousLaw({
    support: [0, Infinity],
    mean: () => exp(meanLog + 0.5 * sdLog * sdLog),
    variance: () => (exp(sdLog * sdLog) - 1) * exp(2 * meanLog + sdLog * sdLog),
    density: (x) => (x > 0 ? normalDensity(score(x)) / (sdLog * x) : 0),
    lower: (x) => (x > 0 ? normalCdf(score(x)) : 0),
    upper: (x) => (x > 0 ? normalCdf(-score(x)) : 1),
    quantile: (p, q) => exp(meanLog + sdLog * scoreOf(p, q)),
  });
}

/** Density √(2/π)/(sdLow + sdHigh) · e^(−(x − mode)²/2sd²) with the sd of its side. */
export function twoPieceNormalLaw(mode: number, sdLow: number, sdHigh: number): Law {
  const sum = sdLow + sdHigh;
  const weightLow = sdLow / sum;
  const weightHigh = sdHigh / sum;
  const difference = sdHigh - sdLow;
  const lowSide = (x: number): number => 2 * weightLow * normalCdf((x - mode) / sdLow);
  const highSide = (x: number): number => 2 * weightHigh * normalCdf((mode - x) / sdHigh);
  return continuousLaw({
    support: [-Infinity, Infinity],
    kink: mode,
    mean: () => mode + ROOT_TWO_OVER_PI * difference,
    variance: () =>
      (1 - ROOT_TWO_OVER_PI * ROOT_TWO_OVER_PI) * difference * difference + sdLow * sdHigh,
    density: (x) => (2 / sum) * normalDensity((x - mode) / (x < mode ? sdLow : sdHigh)),
    lower: (x) => (x < mode ? lowSide(x) : 1 - highSide(x)),
    upper: (x) => (x < mode ? 1 - lowSide(x) : highSide(x)),
    quantile: (p, q) =>
      p < weightLow
        ? mode + sdLow * normalQuantile(p / (2 * weightLow))
        : mode - sdHigh * normalQuantile(q / (2 * weightHigh)),
  });
}

/** Normal scores stretched by one factor below the median and another above: `p50 + z·(p50 − p5)/z95` and so on. */
export function quantilesLaw(p5: number, p50: number, p95: number): Law {
  const sdLow = (p50 - p5) / SCORE_95;
  const sdHigh = (p95 - p50) / SCORE_95;
  const mean = p50 + DENSITY_AT_ZERO * (sdHigh - sdLow);
  const score = (x: number): number => (x - p50) / (x < p50 ? sdLow : sdHigh);
  return continuousLaw({
    support: [-Infinity, Infinity],
    kink: p50,
    mean: () => mean,
    variance: () => 0.5 * (sdLow * sdLow + sdHigh * sdHigh) - (mean - p50) * (mean - p50),
    density: (x) => normalDensity(score(x)) / (x < p50 ? sdLow : sdHigh),
    lower: (x) => normalCdf(score(x)),
    upper: (x) => normalCdf(-score(x)),
    quantile: (p, q) => {
      const z = scoreOf(p, q);
      return p50 + z * (z < 0 ? sdLow : sdHigh);
    },
  });
}
