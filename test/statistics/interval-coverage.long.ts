import { expect, it } from "vitest";
import { SAMPLING_METHODS } from "../../src/core/sampling/sampling-method.ts";
import { measureCoverage } from "./interval-coverage.ts";

const SEEDS = 1000;
const CASES = SAMPLING_METHODS.flatMap((method) =>
  [1000, 10_240, 40_000].map((draws) => ({ method, draws })),
);

// As in the short test; the standard deviation of a share of 1000 seeds is 0.7 %.
it.each(CASES)(
  "95 % intervals of $draws draws of $method cover as often as they say",
  ({ method, draws }) => {
    const coverages = measureCoverage(method, draws, SEEDS);
    for (const { what, covered } of coverages) {
      expect([what, covered > 0.9]).toEqual([what, true]);
    }
    const mean = coverages.reduce((sum, { covered }) => sum + covered, 0) / coverages.length;
    expect(Math.abs(mean - 0.95)).toBeLessThan(0.012);
  },
);
