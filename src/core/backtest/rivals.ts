import type { Distribution } from "../model/distribution.ts";

/** A value of a series. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** Fewer values leave a rival no spread to speak of. */
export const RIVAL_MINIMUM = 3;

/**
 * "It stays as it was": the last value known, with the spread of past changes. Under a random walk without drift and
 * Jeffreys' prior on its variance the predictive distribution is student_t(n, last, √(gap · Σ d²/gap_d / n)) for n
 * changes d; where years are missing, changes over several years count by their variance per year.
 * `values`: ascending years before `year`. Undefined below three values or where nothing ever changed.
 */
export function noChangeRival(
  values: readonly YearValue[],
  year: number,
): Distribution | undefined {
  const last = values.at(-1);
  if (last === undefined || values.length < RIVAL_MINIMUM) return undefined;
  const steps = values.slice(1).map(({ year: at, value }, index) => {
    const before = values[index]!;
    return ((value - before.value) * (value - before.value)) / (at - before.year);
  });
  const perYear = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const scale = Math.sqrt(perYear * (year - last.year));
  return scale > 0
    ? { kind: "student_t", df: steps.length, location: last.value, scale }
    : undefined;
}

/**
 * "It is as it always was": the mean of the past with its spread. For independent normal years and the usual flat
 * prior the predictive distribution is student_t(n − 1, mean, sd √(1 + 1/n)) (Gelman et al., Bayesian Data Analysis,
 * 3rd ed., section 3.2). Undefined below three values or where all are equal.
 */
export function pastMeanRival(values: readonly YearValue[]): Distribution | undefined {
  const count = values.length;
  if (count < RIVAL_MINIMUM) return undefined;
  const { mean, sd } = pastMoments(values);
  return sd > 0
    ? { kind: "student_t", df: count - 1, location: mean, scale: sd * Math.sqrt(1 + 1 / count) }
    : undefined;
}

/** Mean and standard deviation (n − 1) of a series; the latter NaN below two values. */
export function pastMoments(values: readonly YearValue[]): {
  readonly mean: number;
  readonly sd: number;
} {
  const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, { value }) => sum + (value - mean) * (value - mean), 0);
  return {
    mean,
    sd: values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1)),
  };
}

/**
 * The base rate of hits: what a stranger would say who knows how many earlier targets were hit and nothing else.
 * Laplace's rule of succession, (hits + 1)/(cases + 2): 50 % before there are any.
 */
export function baseRate(hits: number, cases: number): number {
  return (hits + 1) / (cases + 2);
}
