import { continuousLaw, type Law } from "./law.ts";

/** Uniform on [low, high], low < high. */
export function uniformLaw(low: number, high: number): Law {
  const width = high - low;
  return continuousLaw({
    support: [low, high],
    mean: () => low + 0.5 * width,
    variance: () => (width * width) / 12,
    density: (x) => (x >= low && x <= high ? 1 / width : 0),
    lower: (x) => (x <= low ? 0 : x >= high ? 1 : (x - low) / width),
    upper: (x) => (x <= low ? 1 : x >= high ? 0 : (high - x) / width),
    quantile: (p, q) => (p <= q ? low + width * p : high - width * q),
  });
}

/** Closed forms as in Evans, Hastings and Peacock, Statistical Distributions, chapter "Triangular". */
export function triangularLaw(low: number, mode: number, high: number): Law {
  const width = high - low;
  const left = width * (mode - low);
  const right = width * (high - mode);
  const weightLow = (mode - low) / width;
  const rise = (x: number): number => ((x - low) / left) * (x - low);
  const fall = (x: number): number => ((high - x) / right) * (high - x);
  return continuousLaw({
    support: [low, high],
    kink: mode,
    mean: () => (low + mode + high) / 3,
    variance: () => {
      const below = mode - low;
      const above = high - mode;
      return (below * below + below * above + above * above) / 18;
    },
    density: (x) => {
      if (!(x >= low && x <= high)) return 0;
      if (x === mode) return 2 / width;
      return x < mode ? (2 * (x - low)) / left : (2 * (high - x)) / right;
    },
    lower: (x) => (x <= low ? 0 : x >= high ? 1 : x < mode ? rise(x) : 1 - fall(x)),
    upper: (x) => (x <= low ? 1 : x >= high ? 0 : x < mode ? 1 - rise(x) : fall(x)),
    quantile: (p, q) => (p < weightLow ? low + Math.sqrt(p * left) : high - Math.sqrt(q * right)),
  });
}
