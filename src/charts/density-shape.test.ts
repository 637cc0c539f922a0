import { expect, it } from "vitest";
import { densityBins, densityPath } from "./density-shape.ts";

it("has the mass of the distribution in its bins", () => {
  const { low, high, heights } = densityBins({ kind: "uniform", low: 0, high: 2 }, 0, 4);
  const width = (high - low) / heights.length;
  // Closed form: density 1/2 on [0, 2], nothing beyond.
  expect(heights[0]).toBeCloseTo(0.5, 12);
  expect(heights.at(-1)).toBe(0);
  expect(heights.reduce((sum, height) => sum + height * width, 0)).toBeCloseTo(1, 12);
});

it("gives each whole number of a count a bin of its own", () => {
  const { low, heights } = densityBins({ kind: "binomial", trials: 2, probability: 0.5 }, 0, 2);
  expect(low).toBe(-0.5);
  // Closed form: 1/4, 1/2, 1/4.
  expect(heights.map((height) => Math.round(height * 1e6) / 1e6)).toEqual([0.25, 0.5, 0.25]);
});

it("draws the outline inside its frame", () => {
  const bins = { low: 0, high: 2, heights: [1, 3] };
  const frame = { low: 0, high: 4, width: 40, height: 11, peak: 2 };
  expect(densityPath(bins, frame)).toBe("M0 11L5 6L15 1L20 11Z");
});
