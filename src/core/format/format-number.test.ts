import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalsFor,
  formatChange,
  formatCount,
  formatNumber,
  formatSignificant,
  orderOfMagnitude,
} from "./format-number.ts";

/** Read a written number back: the inverse of the house style. */
const read = (text: string) => Number(text.replaceAll(",", "").replace("−", "-").replace("+", ""));

describe("formatNumber", () => {
  // Expected texts follow the house style: real minus, commas from five digits, no signed nought.
  it.each([
    [0, 0, "0"],
    [-0, 2, "0.00"],
    [-0.004, 2, "0.00"],
    [-3.25, 1, "−3.3"],
    [1234.5, 1, "1234.5"],
    [12345.678, 1, "12,345.7"],
    [-1234567, 0, "−1,234,567"],
    [1e21, 0, "1,000,000,000,000,000,000,000"],
    [Number.NaN, 2, "–"],
    [Number.POSITIVE_INFINITY, 2, "∞"],
    [Number.NEGATIVE_INFINITY, 0, "−∞"],
  ])("writes %d with %d decimals as %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it("reads back within half of its last digit", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (x, decimals) => {
        const error = Math.abs(read(formatNumber(x, decimals)) - x);
        expect(error).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
      }),
    );
  });

  it("never writes a hyphen or an exponent", () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 10 }), (x, decimals) => {
        expect(formatNumber(x, decimals)).toMatch(/^(−?[\d,]+(\.\d+)?|−?∞|–)$/);
      }),
    );
  });
});

describe("significant digits", () => {
  it("knows the power of ten of the first digit", () => {
    const digit = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(digit, fc.integer({ min: -12, max: 12 }), (first, exponent) => {
        expect(orderOfMagnitude(Number(`${first}e${exponent}`))).toBe(exponent);
      }),
    );
    expect(orderOfMagnitude(0)).toBe(0);
    expect(orderOfMagnitude(Number.NaN)).toBe(0);
  });

  it.each([
    [6355.28, "6355"],
    [28.31, "28.3"],
    [8.234, "8.23"],
    [-0.01234, "−0.0123"],
  ])("writes %d with three significant digits as %s", (value, text) => {
    expect(formatSignificant(value, 3)).toBe(text);
  });

  it("needs no more decimals than digits allow", () => {
    expect(decimalsFor(1e-30, 3)).toBe(12);
    expect(decimalsFor(123456, 3)).toBe(0);
  });
});

describe("counts and changes", () => {
  it("writes counts whole", () => {
    expect(formatCount(100_000)).toBe("100,000");
  });

  it.each([
    [3.04, "+3.0"],
    [-2.14, "−2.1"],
    [0, "±0.0"],
    [-0.01, "±0.0"],
    [Number.NaN, "–"],
  ])("writes a change of %d as %s", (value, text) => {
    expect(formatChange(value, 1)).toBe(text);
  });
});
