import { describe, expect, it } from "vitest";
import { applyOperation } from "../model/apply-operation.ts";
import type { Operation } from "../model/program.ts";
import { COLUMN_OPERATIONS } from "./column-operations.ts";
import { CONSTANT_ON_LEFT, CONSTANT_ON_RIGHT } from "./constant-operations.ts";

const VALUES = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -2.5,
  1e-310,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

/** Every pair of values; the length, 13 · 13 + 3, is a multiple of 4 as that of blocks is. */
const PAIRS = VALUES.flatMap((a) => VALUES.map((b) => [a, b] as const));
const PADDED = [...PAIRS, ...PAIRS.slice(0, 3)];
const A = Float64Array.from(PADDED, ([a]) => a);
const B = Float64Array.from(PADDED, ([, b]) => b);
const OPERATIONS = Object.keys(COLUMN_OPERATIONS) as Operation[];

describe("column operations", () => {
  it.each(OPERATIONS)(
    "%s is the scalar operation, for every pair of special values",
    (operation) => {
      for (const test of VALUES) {
        const out = new Float64Array(A.length);
        COLUMN_OPERATIONS[operation](out, A, B, new Float64Array(A.length).fill(test));
        const expected = PADDED.map(([a, b]) => applyOperation(operation, a, b, test));
        expect(Array.from(out)).toEqual(expected);
      }
    },
  );

  it.each(OPERATIONS)("%s may write over its operands", (operation) => {
    const expected = new Float64Array(A.length);
    COLUMN_OPERATIONS[operation](expected, A, B, A);
    const [a, b] = [A.slice(), B.slice()];
    COLUMN_OPERATIONS[operation](a, a, B, a);
    COLUMN_OPERATIONS[operation](b, A, b, A);
    expect(a).toEqual(expected);
    expect(b).toEqual(expected);
  });
});

describe("operations with a constant", () => {
  it.each(Object.entries(CONSTANT_ON_RIGHT))("%s by a constant is the same", (operation, apply) => {
    for (const k of VALUES) {
      const out = new Float64Array(A.length);
      apply(out, A, k);
      const expected = Array.from(A, (a) => applyOperation(operation as Operation, a, k, a));
      expect(Array.from(out)).toEqual(expected);
    }
  });

  it.each(Object.entries(CONSTANT_ON_LEFT))("%s of a constant is the same", (operation, apply) => {
    for (const k of VALUES) {
      const out = new Float64Array(A.length);
      apply(out, A, k);
      const expected = Array.from(A, (a) => applyOperation(operation as Operation, k, a, k));
      expect(Array.from(out)).toEqual(expected);
    }
  });
});
