import fc from "fast-check";
import { expect, it } from "vitest";
import { createRankSearch } from "./pilot-quantiles.ts";

const finite = { noNaN: true, noDefaultInfinity: true };
const values = fc.oneof(
  fc.float64Array({ minLength: 1, maxLength: 60, min: -1e300, max: 1e300, ...finite }),
  fc.float64Array({ minLength: 1, maxLength: 60, min: -3, max: 3, ...finite }),
  fc.float64Array({ minLength: 1, maxLength: 60, min: 0, max: 1e-320, ...finite }),
  fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: 1 })
    .map((whole) => Float64Array.from(whole)),
  // More than a block.
  fc.float64Array({ minLength: 1025, maxLength: 1030, min: -3, max: 3, ...finite }),
);

it("finds what sorting would put there, at one rank after the other", () => {
  fc.assert(
    fc.property(values, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (array, numbers) => {
      const inOrder = array.toSorted();
      const [min, max] = [inOrder[0]!, inOrder.at(-1)!];
      const valueAt = createRankSearch(array.slice(), array.length, min, max);
      for (const number of numbers) {
        const rank = number % array.length;
        // 0 and −0 are equal: either may stand there.
        expect(valueAt(rank) + 0).toBe(inOrder[rank]! + 0);
      }
    }),
    { numRuns: 500 },
  );
});
