import { expect, test } from "vitest";
import { weighModel } from "../../../test/support/observed-model.ts";
import { SAMPLING_METHODS } from "../sampling/sampling-method.ts";
import { mergeWeightedTallies } from "./merge-weighted-tallies.ts";

const TASK = { observations: [{ column: 2, value: 5, sd: 0.2 }], sets: [[0, 1]] };

test.each(SAMPLING_METHODS)("parts merge to what one pass gives: %s", (method) => {
  const how = { draws: 10_000, seed: 3, method };
  const whole = weighModel(TASK, how);
  // Parts of 700 draws have peaks of their own, and begin at any replicate.
  const merged = weighModel(TASK, how, 700);
  expect(merged.peak).toBe(whole.peak);
  expect(merged.hitCounts).toEqual(whole.hitCounts);
  expect(merged.columns.map(({ counts }) => counts)).toEqual(
    whole.columns.map(({ counts }) => counts),
  );
  const sums = [merged, whole].map((tally) => [
    ...tally.hitWeights,
    ...[tally.total, ...tally.events].flatMap(({ weights, squares }) => [...weights, squares]),
    ...tally.columns.flatMap(({ weighted, weights }) => [weighted.mean, weighted.m2, ...weights]),
  ]);
  // Rounding only: relative to the sum of all weights.
  const scale = whole.total.weights.reduce((sum, each) => sum + each, 0);
  sums[0]!.forEach((value, index) => {
    expect(Math.abs(value - sums[1]![index]!)).toBeLessThan(1e-11 * scale);
  });
});

test("parts that do not adjoin are refused", () => {
  const part = weighModel(TASK, { draws: 100, seed: 1, method: "sobol" });
  expect(() => mergeWeightedTallies([part, part])).toThrow(RangeError);
  expect(() => mergeWeightedTallies([])).toThrow(RangeError);
});
