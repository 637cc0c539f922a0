import fc from "fast-check";
import { expect, it } from "vitest";
import { pilotQuantiles } from "./pilot-quantiles.ts";

const finite = { noNaN: true, noDefaultInfinity: true };
const arrays = fc.oneof(
  fc.float64Array({ minLength: 1, maxLength: 60, min: -1e300, max: 1e300, ...finite }),
  fc.float64Array({ minLength: 1, maxLength: 60, min: -3, max: 3, ...finite }),
  fc.float64Array({ minLength: 1, maxLength: 60, min: 0, max: 1e-320, ...finite }),
  fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: 1 })
    .map((whole) => Float64Array.from(whole)),
  fc.float64Array({ minLength: 1025, maxLength: 1030, min: -3, max: 3, ...finite }),
);

it("lies within a thousandth of the range of the two values between which the quantile is", () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(arrays, fc.array(probability, { minLength: 1, maxLength: 6 }), (values, ps) => {
      // Brute force: order statistics.
      const inOrder = values.toSorted();
      const n = values.length;
      const [min, max] = [inOrder[0]!, inOrder[n - 1]!];
      const ascending = ps.toSorted((a, b) => a - b);
      // Ranges below 1e-297 count as one value.
      const slack = (max - min) / 1000 + 1e-12 * Math.max(Math.abs(min), Math.abs(max)) + 1e-296;
      pilotQuantiles(values, min, max, ascending).forEach((quantile, index) => {
        const wanted = ascending[index]! * n;
        const low = inOrder[Math.max(0, Math.ceil(wanted - 1e-9) - 1)]!;
        const high = inOrder[Math.min(n - 1, Math.floor(wanted + 1e-9))]!;
        expect(quantile).toBeGreaterThanOrEqual(low - slack);
        expect(quantile).toBeLessThanOrEqual(high + slack);
      });
    }),
    { numRuns: 500 },
  );
});

it("leaves out what is not between the ends", () => {
  const values = Float64Array.of(1, Number.NaN, 2, 1e9, 3, Number.NEGATIVE_INFINITY);
  expect(pilotQuantiles(values, 1, 3, [0.1, 0.5, 0.9])).toEqual(
    pilotQuantiles(Float64Array.of(1, 2, 3), 1, 3, [0.1, 0.5, 0.9]),
  );
});
