import { describe, expect, it } from "vitest";
import { SOBOL_BITS, SOBOL_DIMENSIONS, sobolDirections } from "./sobol.ts";

function coordinate(directions: Uint32Array, point: number): number {
  let word = 0;
  for (let k = 0; k < SOBOL_BITS; k++) if ((point >>> k) & 1) word ^= directions[k]!;
  return word >>> 0;
}

/** The n-th point of the sequence in Gray-code order is point gray(n) in ours. */
const gray = (n: number): number => n ^ (n >>> 1);

/** Points 1, 2, 5, 100 and 1023 by dimension. */
const REFERENCE: readonly (readonly [number, readonly number[]])[] = [
  [0, [2147483648, 3221225472, 3758096384, 1778384896, 4194304]],
  [1, [2147483648, 1073741824, 3758096384, 1107296256, 3233808384]],
  [2, [2147483648, 1073741824, 536870912, 3321888768, 2629828608]],
  [3, [2147483648, 1073741824, 1610612736, 3120562176, 624951296]],
  [20, [2147483648, 1073741824, 2684354560, 3254779904, 3720347648]],
  [337, [2147483648, 3221225472, 536870912, 1241513984, 3418357760]],
  [480, [2147483648, 1073741824, 1610612736, 3925868544, 2562719744]],
];

describe("sobolDirections", () => {
  // SciPy 1.17.1: qmc.Sobol(481, scramble=False, bits=32).random(1024) · 2^32;
  // SciPy goes through the points in Gray-code order.
  it.each(REFERENCE)("gives SciPy's points in dimension %i", (dimension, expected) => {
    const directions = sobolDirections(dimension);
    expect([1, 2, 5, 100, 1023].map((n) => coordinate(directions, gray(n)))).toEqual(expected);
  });

  // The same 1024 points in all 481 dimensions, the upper ten bits chained as in FNV-1a; and point
  // 2^29 + 12345 (fast_forward), to which nearly all direction numbers contribute, all 32 bits.
  it("gives SciPy's points in all dimensions", () => {
    let first = 0;
    let far = 0;
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
      const directions = sobolDirections(dimension);
      for (let n = 0; n < 1024; n++) {
        first = Math.imul(first ^ (coordinate(directions, gray(n)) >>> 22), 0x01000193);
      }
      far = Math.imul(far ^ coordinate(directions, gray(2 ** 29 + 12_345)), 0x01000193);
    }
    expect(first >>> 0).toBe(149_779_712);
    expect(far >>> 0).toBe(2_379_337_828);
  });

  // Sobol (1967): every direction number k has k + 1 digits, the last of them 1.
  it("gives upper-triangular matrices", () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
      const wrong = sobolDirections(dimension).filter(
        (number, k) => (number * 2 ** k) % 2 ** 32 !== 2 ** 31,
      );
      expect(wrong).toEqual(new Uint32Array(0));
    }
  });

  it("knows no further dimensions", () => {
    expect(() => sobolDirections(SOBOL_DIMENSIONS)).toThrow(RangeError);
  });
});
