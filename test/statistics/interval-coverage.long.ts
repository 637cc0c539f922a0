import { expect, it } from "vitest";
import { LEAST_ERROR } from "../../src/core/results/replicate-estimate.ts";
import { SAMPLING_METHODS } from "../../src/core/sampling/sampling-method.ts";
import { type Coverage, measureCoverage, measureWeightedCoverage } from "./interval-coverage.ts";

const SEEDS = 1000;
const CASES = SAMPLING_METHODS.flatMap((method) =>
  [1000, 10_240, 40_000].map((draws) => ({ method, draws })),
);

/**
 * Of the draws that a reading leaves: (E w)²/E w² of w = exp(−(y − 2)²/2), y ~ N(0, 8), with
 * E exp(−(y − 2)²/(2 t)) = √(t/(8 + t)) · exp(−4/(2 (8 + t))) for t = 1 and ½.
 */
const KISH_SHARE = ((1 / 9) * Math.exp(-4 / 9)) / (Math.sqrt(0.5 / 8.5) * Math.exp(-4 / 17));

it.each(CASES)(
  "95 % intervals of $draws draws of $method cover as often as they say",
  ({ method, draws }) => {
    expectHonest(measureCoverage(method, draws, SEEDS), draws);
  },
);

it.each(CASES.filter(({ draws }) => draws <= 10_240))(
  "95 % intervals of odds given a reading, of $draws draws of $method, cover as often as they say",
  ({ method, draws }) => {
    const coverages = measureWeightedCoverage(method, draws, SEEDS);
    expect(coverages).toHaveLength(8);
    expectHonest(coverages, KISH_SHARE * draws);
  },
);

/**
 * As in the short test; the standard deviation of a share of 1000 seeds is 0.7 %, that of a root mean square of 1000
 * errors 2.2 % of it. Errors are never told as less than those of √2 draws (`LEAST_ERROR`): where the true ones are
 * near that, or none at all, they may be too large, but not too small.
 */
function expectHonest(coverages: readonly Coverage[], draws: number): void {
  const least = LEAST_ERROR / draws;
  for (const { what, covered, errorRatio, trueError } of coverages) {
    const most = trueError < 3 * least ? Infinity : 1.15;
    const isHonest = covered > 0.9 && errorRatio > 0.88 && errorRatio <= most;
    expect([what, covered, errorRatio, isHonest]).toEqual([what, covered, errorRatio, true]);
  }
  const mean = coverages.reduce((sum, { covered }) => sum + covered, 0) / coverages.length;
  expect(Math.abs(mean - 0.95)).toBeLessThan(0.012);
}
