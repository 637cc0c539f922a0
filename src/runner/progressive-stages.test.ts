import fc from "fast-check";
import { expect, test } from "vitest";
import { progressiveStages } from "./progressive-stages.ts";

// The stages are decision 11 of the engine's design: a first look, about 10k, then all.
test.each([
  [100_000, [1_024, 10_240, 100_000]],
  [10_240, [1_024, 10_240]],
  [5_000, [1_024, 5_000]],
  [100, [100]],
])("the stages of %d draws", (draws, stages) => {
  expect(progressiveStages(draws)).toEqual(stages);
});

test("no first look is taken where the second stage is there within two frames", () => {
  expect(progressiveStages(100_000, 0.003)).toEqual([10_240, 100_000]);
  expect(progressiveStages(100_000, 0.004)).toEqual([1_024, 10_240, 100_000]);
});

test("stages rise, and end with the number asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (draws) => {
      const stages = progressiveStages(draws);
      expect(stages.at(-1)).toBe(draws);
      expect(stages).toEqual([...new Set(stages)].sort((a, b) => a - b));
    }),
  );
});
