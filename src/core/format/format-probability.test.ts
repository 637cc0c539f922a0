import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatInterval,
  formatPercent,
  formatProbability,
  formatProbabilityChange,
  percentDecimals,
} from "./format-probability.ts";

const estimate = (probability: number, halfWidth: number) => ({
  probability,
  interval95: [probability - halfWidth, probability + halfWidth] as const,
});

describe("formatProbability", () => {
  // Rules of the product: whole percent unless the 95 % interval is narrower than 0.1 points.
  it.each([
    [0.7249, 0.003, "72%"],
    [0.7249, 0.0004, "72.5%"],
    [0, 0.001, "<1%"],
    [0.0049, 0.001, "<1%"],
    [0.0051, 0.001, "1%"],
    [0.9951, 0.001, ">99%"],
    [0.9949, 0.001, "99%"],
    [1, 0.001, ">99%"],
    [0, 0.0001, "<0.1%"],
    [1, 0.0001, ">99.9%"],
    [0.0042, 0.0001, "0.4%"],
  ])("writes %d ± %d as %s", (probability, halfWidth, text) => {
    expect(formatProbability(estimate(probability, halfWidth))).toBe(text);
  });

  it("claims neither impossibility nor certainty", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const halfWidth = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(share, halfWidth, (p, w) => {
        expect(formatProbability(estimate(p, w))).not.toMatch(/^(0|0\.0|100|100\.0)%$/);
      }),
    );
  });

  it("takes a decimal only from narrow intervals", () => {
    expect(percentDecimals([0.5, 0.5009])).toBe(1);
    expect(percentDecimals([0.5, 0.5011])).toBe(0);
  });
});

describe("percentages", () => {
  it("are written without a space in both languages", () => {
    expect(formatPercent(0.725, 1)).toBe("72.5%");
    expect(formatPercent(-0.031)).toBe("−3%");
  });

  it("write intervals with an en dash and one sign", () => {
    expect(formatInterval([0.7171, 0.7229])).toBe("71.7–72.3%");
  });

  it("write changes in points with a sign", () => {
    expect(formatProbabilityChange(0.031)).toBe("+3");
    expect(formatProbabilityChange(-0.021)).toBe("−2");
    expect(formatProbabilityChange(0.001)).toBe("±0");
  });
});
