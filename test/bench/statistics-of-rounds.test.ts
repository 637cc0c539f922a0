import { expect, test } from "vitest";
import { deviation, median, medianRatio } from "./statistics-of-rounds.ts";

test("medians of odd, even and no numbers", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test("ratios are taken within a round", () => {
  // The machine was ten times slower in the second round: the ratio of medians would be 1, not 2.
  expect(medianRatio([2, 20, 2], [1, 10, 4])).toBe(2);
});

test("probabilities of 0.5 and 0.51 from 10 000 draws each are 1.4 standard errors apart", () => {
  // 0.01 / sqrt(0.505 · 0.495 · 2 / 10 000) = 1.4143
  expect(deviation(0.5, 10_000, 0.51, 10_000)).toBeCloseTo(1.4143, 4);
  expect(deviation(0, 100, 0, 100)).toBe(0);
});
