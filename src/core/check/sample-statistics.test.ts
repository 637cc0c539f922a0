import { describe, expect, test } from "vitest";
import { countNotFinite, sampleMean, sampleQuantile, sampleSd } from "./sample-statistics.ts";

const values = Float64Array.of(10, 2, 4, 1, 3);

describe("statistics of a sample", () => {
  // By hand: sum 20; squares about 4: 36 + 4 + 0 + 9 + 1 = 50.
  test("mean and standard deviation", () => {
    expect(sampleMean(values)).toBe(4);
    expect(sampleSd(values)).toBeCloseTo(Math.sqrt(50 / 4), 14);
  });

  // R 4.2: quantile(c(10, 2, 4, 1, 3), c(0, .1, .25, .5, .9, 1)) gives 1.0 1.4 2.0 3.0 7.6 10.0.
  test.each([
    [0, 1],
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 3],
    [0.9, 7.6],
    [1, 10],
  ])("the %d-quantile is %d", (p, quantile) => {
    expect(sampleQuantile(values, p)).toBeCloseTo(quantile, 12);
  });

  test("leave the sample as it is", () => {
    sampleQuantile(values, 0.3);
    expect([...values]).toEqual([10, 2, 4, 1, 3]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("are NaN where a value is %d", (bad) => {
    const spoilt = Float64Array.of(1, bad, 3);
    expect(sampleMean(spoilt)).toBeNaN();
    expect(sampleSd(spoilt)).toBeNaN();
    expect(sampleQuantile(spoilt, 0.1)).toBeNaN();
    expect(countNotFinite(spoilt)).toBe(1);
  });
});
