import { describe, expect, it } from "vitest";
import type { Estimate } from "../model/estimate.ts";
import { estimatePrediction } from "./estimate-prediction.ts";
import { estimateSample } from "./estimate-sample.ts";

const y = [28, 13.8, 9.5, 8.8, 13.2, 16.8, 9.1];
const x = [10.6, 8.7, 9.3, 7.5, 7.8, 7.6, 7];
const years = y.map((_, i) => 2011 + i);
const source = { cites: [] };

function estimateOf(...[sketch, sample]: Parameters<typeof estimateSample>): Estimate {
  const estimate = estimateSample(sketch, sample);
  if (!("coefficients" in estimate)) throw new Error("There is no estimate.");
  return estimate;
}

describe("estimatePrediction", () => {
  it("is R's predict(lm(y ~ x), interval = 'prediction') in closed form", () => {
    const terms = [{ id: "intercept" }, { id: "slope", predictor: "x" }];
    const sketch = { id: "a", kind: "regression", of: "y", terms, source } as const;
    const estimate = estimateOf(sketch, { years, y, columns: [x] });
    const found = estimatePrediction(estimate, [9]);
    // Coefficients and s of R 4.2.2; s √(1 + 1/n + (x₀ − x̄)² / Σ(x − x̄)²).
    expect(found.location).toBeCloseTo(-17.9661101083 + 9 * 3.84551744886, 8);
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
    const squares = x.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const scale = 5.199432563 * Math.sqrt(1 + 1 / x.length + (9 - mean) ** 2 / squares);
    expect(found.scale).toBeCloseTo(scale, 8);
  });

  it("is the next value of a mean", () => {
    const sketch = { id: "a", kind: "mean", of: "y", terms: [{ id: "mean" }], source } as const;
    const estimate = estimateOf(sketch, { years, y, columns: [] });
    const { location, scale } = estimatePrediction(estimate, []);
    expect(location).toBe(estimate.coefficients[0]?.mean);
    expect(scale).toBeCloseTo(estimate.nextSd ?? Number.NaN, 12);
  });
});
