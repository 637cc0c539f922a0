import { expect, it } from "vitest";
import { errorPoints, perHundred, pointsOf } from "./per-hundred.ts";

it("writes whole frequencies, and one decimal where two points or less lie between them", () => {
  expect(perHundred(0.414, 0.631)).toEqual(["41", "63"]);
  expect(perHundred(0.414, 0.421)).toEqual(["41.4", "42.1"]);
});

it("rounds to never or always only what is", () => {
  expect(perHundred(0.9987, 0.72)).toEqual([">99", "72"]);
  expect(perHundred(0.9999, 0.99)).toEqual([">99.9", "99.0"]);
  expect(perHundred(0.002, 0.3)).toEqual(["<1", "30"]);
  expect(perHundred(1, 0)).toEqual(["100", "0"]);
});

it("writes changes with sign, errors without", () => {
  expect(pointsOf(-0.217)).toBe("−22");
  expect(pointsOf(0.0149)).toBe("+1.5");
  expect(errorPoints(0.0043)).toBe("0.4");
  expect(errorPoints(0.00071)).toBe("0.07");
});
