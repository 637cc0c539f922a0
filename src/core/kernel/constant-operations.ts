import type { Operation } from "../model/program.ts";

/** A binary operation of a column and a number: `out[i] = operation(a[i], k)` or `operation(k, a[i])`. */
export type ConstantOperation = (out: Float64Array, a: Float64Array, k: number) => void;

/** Loops with the constant on the right, for the operations that models use most. */
export const CONSTANT_ON_RIGHT: Readonly<Partial<Record<Operation, ConstantOperation>>> = {
  add: addConstant,
  multiply: multiplyConstant,
  subtract(out, a, k) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i]! - k;
      out[i + 1] = a[i + 1]! - k;
      out[i + 2] = a[i + 2]! - k;
      out[i + 3] = a[i + 3]! - k;
    }
  },
  divide(out, a, k) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i]! / k;
      out[i + 1] = a[i + 1]! / k;
      out[i + 2] = a[i + 2]! / k;
      out[i + 3] = a[i + 3]! / k;
    }
  },
  less(out, a, k) {
    for (let i = 0; i < out.length; i++) {
      out[i] = a[i]! < k ? 1 : a[i]! >= k ? 0 : Number.NaN;
    }
  },
  less_equal(out, a, k) {
    for (let i = 0; i < out.length; i++) {
      out[i] = a[i]! <= k ? 1 : a[i]! > k ? 0 : Number.NaN;
    }
  },
};

/** Loops with the constant on the left. */
export const CONSTANT_ON_LEFT: Readonly<Partial<Record<Operation, ConstantOperation>>> = {
  add: addConstant,
  multiply: multiplyConstant,
  subtract(out, a, k) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = k - a[i]!;
      out[i + 1] = k - a[i + 1]!;
      out[i + 2] = k - a[i + 2]!;
      out[i + 3] = k - a[i + 3]!;
    }
  },
  less(out, a, k) {
    for (let i = 0; i < out.length; i++) {
      out[i] = k < a[i]! ? 1 : k >= a[i]! ? 0 : Number.NaN;
    }
  },
  less_equal(out, a, k) {
    for (let i = 0; i < out.length; i++) {
      out[i] = k <= a[i]! ? 1 : k > a[i]! ? 0 : Number.NaN;
    }
  },
};

function addConstant(out: Float64Array, a: Float64Array, k: number): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = a[i]! + k;
    out[i + 1] = a[i + 1]! + k;
    out[i + 2] = a[i + 2]! + k;
    out[i + 3] = a[i + 3]! + k;
  }
}

function multiplyConstant(out: Float64Array, a: Float64Array, k: number): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = a[i]! * k;
    out[i + 1] = a[i + 1]! * k;
    out[i + 2] = a[i + 2]! * k;
    out[i + 3] = a[i + 3]! * k;
  }
}
