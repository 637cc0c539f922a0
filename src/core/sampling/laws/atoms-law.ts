import { type Law, TIE } from "./law.ts";

/** Number of entries of an ascending list that are at most x. */
function countUpTo(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums of the weights before each place, from the left and (mirrored) from the right, over the total. */
function cumulate(weights: Float64Array): {
  readonly before: Float64Array;
  readonly after: Float64Array;
} {
  const n = weights.length;
  const before = new Float64Array(n + 1);
  const after = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) before[i + 1] = before[i]! + weights[i]!;
  for (let i = n; i > 0; i--) after[i - 1] = after[i]! + weights[i - 1]!;
  const total = before[n]!;
  for (let i = 0; i <= n; i++) {
    before[i] = before[i]! / total;
    after[i] = after[i]! / total;
  }
  return { before, after };
}

/** First i in [0, n) for which `holds(i)`, for a test that stays true once it is; n − 1 if none. */
function firstWhere(n: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Single values, strictly ascending, with weights > 0 that are normalised to sum to 1. */
export function atomsLaw(
  values: Float64Array,
  weights: Float64Array,
  moments: { readonly mean: () => number; readonly variance: () => number },
): Law {
  const n = values.length;
  const { before, after } = cumulate(weights);
  const upTo = (x: number): number => countUpTo(values, x);
  const until = (x: number): number => {
    const count = countUpTo(values, x);
    return count > 0 && values[count - 1] === x ? count - 1 : count;
  };
  return {
    ...moments,
    discrete: true,
    support: [values[0]!, values[n - 1]!],
    density: () => 0,
    lower: (x) => before[upTo(x)]!,
    upper: (x) => after[upTo(x)]!,
    below: (x) => before[until(x)]!,
    from: (x) => after[until(x)]!,
    quantile: (p, q) => {
      const reached = (i: number): boolean =>
        p <= q ? before[i + 1]! >= p * (1 - TIE) : after[i + 1]! <= q * (1 + TIE);
      return values[firstWhere(n, reached)]!;
    },
    joints: (low, high) =>
      Array.from(values.subarray(until(low), Math.max(until(low), upTo(high)))),
  };
}

/** One value for certain. */
export function constantLaw(value: number): Law {
  return atomsLaw(Float64Array.of(value), Float64Array.of(1), {
    mean: () => value,
    variance: () => 0,
  });
}

/** 0 or 1; a probability of 0 or 1 leaves a constant. */
export function bernoulliLaw(probability: number): Law {
  if (probability === 0 || probability === 1) return constantLaw(probability);
  return atomsLaw(Float64Array.of(0, 1), Float64Array.of(1 - probability, probability), {
    mean: () => probability,
    variance: () => probability * (1 - probability),
  });
}

/** Each of `values` equally likely; the variance is the mean squared distance from the mean. */
export function empiricalLaw(values: readonly number[]): Law {
  const sorted = Float64Array.from(values).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const weights = new Float64Array(distinct.length);
  for (const value of sorted) weights[countUpTo(distinct, value) - 1]! += 1;
  const mean = sorted.reduce((sum, value) => sum + value / sorted.length, 0);
  return atomsLaw(distinct, weights, {
    mean: () => mean,
    variance: () => sorted.reduce((sum, x) => sum + ((x - mean) * (x - mean)) / sorted.length, 0),
  });
}
