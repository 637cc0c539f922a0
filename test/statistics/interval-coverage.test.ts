import { expect, it } from "vitest";
import { SAMPLING_METHODS } from "../../src/core/sampling/sampling-method.ts";
import { measureCoverage } from "./interval-coverage.ts";

const SEEDS = 200;

// The share of 200 seeds whose interval covers has a standard deviation of √(0.95 · 0.05/200) = 1.5 %; four of
// them below 95 % is 88.8 %. Discrete counts let single shares oscillate, as with Wilson's interval itself;
// the mean over sixteen quantities is close to 95 %. A root mean square of 200 errors has a relative standard
// error of 5 %.
it.each(SAMPLING_METHODS)(
  "95 % intervals of %s cover the truth as often as they say",
  {
    timeout: 120_000,
  },
  (method) => {
    const coverages = measureCoverage(method, 2000, SEEDS);
    expect(coverages).toHaveLength(16);
    for (const { what, covered, errorRatio } of coverages) {
      expect([what, covered > 0.888]).toEqual([what, true]);
      // Errors of 0.001 · 2000 = 2 expected hits are not normal.
      const limits = what === "target 4" ? [0.75, 1.5] : [0.8, 1.25];
      expect([what, errorRatio > limits[0]! && errorRatio < limits[1]!]).toEqual([what, true]);
    }
    const mean = coverages.reduce((sum, { covered }) => sum + covered, 0) / coverages.length;
    expect(Math.abs(mean - 0.95)).toBeLessThan(0.02);
  },
);
