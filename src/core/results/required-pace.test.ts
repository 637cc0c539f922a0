import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requiredPace } from "./required-pace.ts";

const years = fc.integer({ min: 1, max: 10 });
const amount = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const rate = fc.double({ min: -60, max: 200, noNaN: true });
const level = fc.double({ min: 0.01, max: 1e4, noNaN: true });

describe("requiredPace", () => {
  it("leads to the line when it is kept", () => {
    fc.assert(
      fc.property(amount, amount, years, (line, progress, left) => {
        const pace = requiredPace("sum", line, progress, left);
        expect(Math.abs(progress + left * pace - line)).toBeLessThan(1e-8);
      }),
    );
    fc.assert(
      fc.property(rate, rate, years, (line, progress, left) => {
        const pace = requiredPace("rate", line, progress, left);
        const reached = 100 * ((1 + progress / 100) * (1 + pace / 100) ** left - 1);
        expect(Math.abs(reached - line)).toBeLessThan(1e-9 * (100 + Math.abs(line)));
      }),
    );
    fc.assert(
      fc.property(level, level, years, (line, progress, left) => {
        const pace = requiredPace("growth", line, progress, left);
        expect(Math.abs((progress * (1 + pace / 100) ** left) / line - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it("knows no growth from or to what is not positive", () => {
    expect(requiredPace("growth", 10, 0, 2)).toBeNaN();
    expect(requiredPace("growth", -1, 5, 2)).toBeNaN();
    expect(requiredPace("rate", -100, 5, 2)).toBeNaN();
  });
});
