import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledTicks, niceScale } from "./ticks.ts";

const range = fc
  .tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  )
  .map(([low, width]) => [low, low + width] as const);
const count = fc.integer({ min: 1, max: 60 });

describe("niceScale", () => {
  it("steps by 1, 2 or 5 times a power of ten", () => {
    fc.assert(
      fc.property(range, count, ([low, high], n) => {
        expect(niceScale(low, high, n).step.toExponential()).toMatch(/^[125]e/);
      }),
    );
  });

  it("gives at most one tick more than asked for, and never less than a third of that", () => {
    fc.assert(
      fc.property(range, count, ([low, high], n) => {
        const { values } = niceScale(low, high, n);
        expect(values.length).toBeLessThanOrEqual(n + 1);
        expect(values.length).toBeGreaterThanOrEqual(Math.floor(n / 2.5));
      }),
    );
  });

  it("keeps ticks within the range and covers the range with whole steps", () => {
    fc.assert(
      fc.property(range, count, ([low, high], n) => {
        const { values, cover, step } = niceScale(low, high, n);
        const slack = step * 1e-6;
        expect(values.every((x) => x >= low - slack && x <= high + slack)).toBe(true);
        expect(cover[0]).toBeLessThanOrEqual(low + slack);
        expect(cover[1]).toBeGreaterThanOrEqual(high - slack);
      }),
    );
  });

  it("writes every tick exactly with its decimals", () => {
    fc.assert(
      fc.property(range, count, ([low, high], n) => {
        const { values, decimals } = niceScale(low, high, n);
        for (const x of values) expect(Number(x.toFixed(decimals))).toBe(x);
      }),
    );
  });

  it("knows no 0.30000000000000004", () => {
    // By hand: tenths from 0 to 0.5.
    expect(niceScale(0, 0.5, 5).values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });
});

describe("labelledTicks", () => {
  it("writes the unit on the last tick", () => {
    const labels = labelledTicks(niceScale(-10, 20, 3), "%").map(({ label }) => label);
    expect(labels).toEqual(["−10", "0", "10", "20%"]);
  });
});
