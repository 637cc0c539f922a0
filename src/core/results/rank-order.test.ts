import fc from "fast-check";
import { expect, it } from "vitest";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { rankOrder } from "./rank-order.ts";

/** By definition: a stable sort of the positions, 0 and −0 being equal. */
const expectedOrder = (values: Float64Array): number[] =>
  Array.from(values.keys()).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0) || i - j);

const columns = fc
  .array(
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(-0, 0, Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE),
      // Neighbours in the last bits only.
      fc.integer({ min: 0, max: 5 }).map((k) => 1 + k * Number.EPSILON),
    ),
    { maxLength: 300 },
  )
  .map((values) => Float64Array.from(values));

it("sorts positions by value, equal values in order of position", () => {
  fc.assert(
    fc.property(columns, (values) => {
      // Differences of huge values would overflow in the comparison, so the order is checked by ranks.
      const scaled = values.map((value) => value / 4);
      expect(Array.from(rankOrder(scaled))).toEqual(expectedOrder(scaled));
    }),
  );
});

it("sorts columns of which a few values lie far out, and narrow ones", () => {
  const uniform = createUniforms(5);
  const narrow = Float64Array.from(
    { length: 5_000 },
    () => 1e9 + Math.floor(999 * uniform()) * 1e-6,
  );
  const farOut = narrow.map((value, k) => (k % 1_000 === 7 ? -1e300 * k : value));
  const spread = narrow.map(() => uniform() - 0.5);
  for (const values of [narrow, farOut, spread]) {
    expect(Array.from(rankOrder(values))).toEqual(expectedOrder(values));
  }
});

it("does not touch the values", () => {
  const values = Float64Array.of(3, -0, 2);
  rankOrder(values);
  expect(Object.is(values[1], -0)).toBe(true);
});
