import fc from "fast-check";
import { expect, test } from "vitest";
import { roundedShifts } from "./rounded-shifts.ts";

const levers = [{ name: "a", low: -1e9, high: 1e9, cost: 1 }];

test.each([
  [0.12301, 0.124],
  [-0.12301, -0.124],
  [1.23, 1.23],
  [0, 0],
  [99950.1, 100000],
])("%d becomes %d", (shift, rounded) => {
  expect(roundedShifts(levers, [shift])).toEqual([rounded]);
});

test("rounding goes away from 0, by less than a hundredth, and not over bounds", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (shift) => {
      const [rounded = Number.NaN] = roundedShifts(levers, [shift]);
      expect(Math.abs(rounded)).toBeGreaterThanOrEqual(Math.abs(shift));
      expect(Math.abs(rounded)).toBeLessThanOrEqual(Math.abs(shift) * 1.0101);
      expect(
        roundedShifts(
          [{ name: "a", low: Math.min(0, shift), high: Math.max(0, shift), cost: 1 }],
          [shift],
        )[0],
      ).toBeCloseTo(shift, 12);
    }),
  );
});
