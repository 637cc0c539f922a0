/** Count, mean and sum of squared deviations of some numbers. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
}

/**
 * Moments of two sets of numbers together: Chan, Golub and LeVeque (1983), The American Statistician
 * 37, 242-247.
 */
export function mergeMoments(one: Moments, other: Moments): Moments {
  const count = one.count + other.count;
  if (one.count === 0) return other;
  if (other.count === 0) return one;
  const delta = other.mean - one.mean;
  return {
    count,
    mean: one.mean + (delta * other.count) / count,
    m2: one.m2 + other.m2 + (delta * delta * one.count * other.count) / count,
  };
}
