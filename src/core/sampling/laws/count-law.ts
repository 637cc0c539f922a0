import { atomsLaw, constantLaw } from "./atoms-law.ts";
import type { Law } from "./law.ts";

/** Counts less likely than this share of the most likely one are left out. */
const NEGLIGIBLE = 1e-60;

/**
 * A law on whole numbers with its peak at `mode`, from the ratios P(k + 1)/P(k): the probabilities
 * follow from the peak outwards, so that no factorial is needed and all errors are relative.
 */
function countLaw(
  mode: number,
  most: number,
  ratio: (k: number) => number,
  mean: number,
  variance: number,
): Law {
  const down: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > NEGLIGIBLE; k--) {
    weight /= ratio(k - 1);
    down.push(weight);
  }
  const up: number[] = [];
  for (let k = mode, weight = 1; k < most && weight > NEGLIGIBLE; k++) {
    weight *= ratio(k);
    up.push(weight);
  }
  const weights = Float64Array.from([...down.reverse(), 1, ...up]);
  const first = mode - down.length;
  const values = weights.map((_, i) => first + i);
  return atomsLaw(values, weights, { mean: () => mean, variance: () => variance });
}

/** Poisson with mean > 0. */
export function poissonLaw(mean: number): Law {
  return countLaw(Math.floor(mean), Infinity, (k) => mean / (k + 1), mean, mean);
}

/** Hits in `trials` ≥ 1 independent trials, 0 ≤ probability ≤ 1. */
export function binomialLaw(trials: number, probability: number): Law {
  if (probability === 0 || probability === 1) return constantLaw(trials * probability);
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  const mean = trials * probability;
  return countLaw(
    mode,
    trials,
    (k) => ((trials - k) / (k + 1)) * odds,
    mean,
    mean * (1 - probability),
  );
}
