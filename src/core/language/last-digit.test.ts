import { expect, it } from "vitest";
import { halfLastDigit } from "./last-digit.ts";

// Half a unit of the last digit written, by eye.
it.each([
  ["8", 0.5],
  ["1.2", 0.05],
  ["3.50", 0.005],
  ["-4.0", 0.05],
  ["800", 0.5],
  [".5", 0.05],
  ["7.", 0.5],
  ["1.2e3", 50],
  ["5e-2", 0.005],
  [" 8 ", 0.5],
  ["a", undefined],
  ["8 + 1", undefined],
  ["", undefined],
  [".", undefined],
])("half the last digit of %j is %j", (text, half) => {
  expect(halfLastDigit(text)).toBe(half);
});
