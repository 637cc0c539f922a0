import { expect, it } from "vitest";
import { SAMPLING_METHODS } from "../../src/core/sampling/sampling-method.ts";
import { type Coverage, measureCoverage, measureWeightedCoverage } from "./interval-coverage.ts";

const SEEDS = 1000;
const CASES = SAMPLING_METHODS.flatMap((method) =>
  [1000, 10_240, 40_000].map((draws) => ({ method, draws })),
);

it.each(CASES)(
  "95 % intervals of $draws draws of $method cover as often as they say",
  ({ method, draws }) => {
    expectHonest(measureCoverage(method, draws, SEEDS));
  },
);

it.each(CASES.filter(({ draws }) => draws <= 10_240))(
  "95 % intervals of odds given a reading, of $draws draws of $method, cover as often as they say",
  ({ method, draws }) => {
    const coverages = measureWeightedCoverage(method, draws, SEEDS);
    expect(coverages).toHaveLength(8);
    expectHonest(coverages);
  },
);

/**
 * As in the short test; the standard deviation of a share of 1000 seeds is 0.7 %, that of a root mean square of 1000
 * errors 2.2 % of it.
 */
function expectHonest(coverages: readonly Coverage[]): void {
  for (const { what, covered, errorRatio } of coverages) {
    expect([what, covered > 0.9]).toEqual([what, true]);
    // A probability of 0.001 of 1000 draws is one hit, or none.
    if (what !== "target 4") {
      expect([what, errorRatio > 0.88 && errorRatio < 1.15]).toEqual([what, true]);
    }
  }
  const mean = coverages.reduce((sum, { covered }) => sum + covered, 0) / coverages.length;
  expect(Math.abs(mean - 0.95)).toBeLessThan(0.012);
}
