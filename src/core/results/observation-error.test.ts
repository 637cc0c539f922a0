import { expect, test } from "vitest";
import { createNormals } from "../../../test/support/random-numbers.ts";
import { observationError } from "./observation-error.ts";

test("a figure of the whole year has half of its last digit", () => {
  expect(observationError(0.1, 3, 4)).toBeCloseTo(0.05, 12);
});

test("a figure of less than a year differs from the year's as independent quarters do", () => {
  // Brute force: quarters N(0, 1), so that the year's mean has a standard deviation of 1/2.
  const normal = createNormals(7);
  const years = 40_000;
  for (const quarters of [1, 2, 3]) {
    let squares = 0;
    for (let year = 0; year < years; year++) {
      const values = [normal(), normal(), normal(), normal()];
      const mean = (some: readonly number[]) =>
        some.reduce((sum, value) => sum + value, 0) / some.length;
      squares += (mean(values.slice(0, quarters)) - mean(values)) ** 2;
    }
    const expected = observationError(1e-9, 0.5, quarters);
    // The standard error of a standard deviation of normals is σ / √(2 n).
    const error = Math.abs(Math.sqrt(squares / years) - expected);
    expect(error).toBeLessThan((4 * expected) / Math.sqrt(2 * years));
  }
});

test("a quantity without a spread leaves the rounding", () => {
  expect(observationError(1, Number.NaN, 1)).toBe(0.5);
});
