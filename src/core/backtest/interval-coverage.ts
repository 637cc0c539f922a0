import type { PredictiveSample } from "./predictive-sample.ts";

/** Central intervals whose coverage is counted. */
export const COVERAGE_LEVELS = [0.5, 0.8, 0.9] as const;

/** The p-quantile of an ascending sample: the smallest value with a share ≥ p at or below it; 0 < p ≤ 1. */
export function orderedQuantile(sample: PredictiveSample, p: number): number {
  const rank = Math.ceil(p * sample.length * (1 - 1e-15));
  return sample[Math.min(Math.max(rank, 1), sample.length) - 1]!;
}

/** The central interval of a predictive sample that should hold the outcome with probability `level`. */
export function centralInterval(
  sample: PredictiveSample,
  level: number,
): readonly [low: number, high: number] {
  const tail = (1 - level) / 2;
  return [orderedQuantile(sample, tail), orderedQuantile(sample, 1 - tail)];
}
