import type { Operation } from "../model/program.ts";
import { exp, log, pow } from "../sampling/math.ts";

/**
 * An operation on whole columns: `out[i] = operation(a[i], b[i], c[i])` for every i.
 * Each is bit for bit `applyOperation`. Each has a loop of its own, so that engines compile it well;
 * an index beyond the end cannot happen, since all columns have the length of a block.
 */
export type ColumnOperation = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
) => void;

/** NaN unless both are numbers: then 0. */
const nanMark = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 0;

/** The column operation of each operation. */
export const COLUMN_OPERATIONS: Readonly<Record<Operation, ColumnOperation>> = {
  add(out, a, b) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i]! + b[i]!;
      out[i + 1] = a[i + 1]! + b[i + 1]!;
      out[i + 2] = a[i + 2]! + b[i + 2]!;
      out[i + 3] = a[i + 3]! + b[i + 3]!;
    }
  },
  subtract(out, a, b) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i]! - b[i]!;
      out[i + 1] = a[i + 1]! - b[i + 1]!;
      out[i + 2] = a[i + 2]! - b[i + 2]!;
      out[i + 3] = a[i + 3]! - b[i + 3]!;
    }
  },
  multiply(out, a, b) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i]! * b[i]!;
      out[i + 1] = a[i + 1]! * b[i + 1]!;
      out[i + 2] = a[i + 2]! * b[i + 2]!;
      out[i + 3] = a[i + 3]! * b[i + 3]!;
    }
  },
  divide(out, a, b) {
    for (let i = 0; i < out.length; i += 4) {
      out[i] = a[i]! / b[i]!;
      out[i + 1] = a[i + 1]! / b[i + 1]!;
      out[i + 2] = a[i + 2]! / b[i + 2]!;
      out[i + 3] = a[i + 3]! / b[i + 3]!;
    }
  },
  power(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = pow(a[i]!, b[i]!);
  },
  minimum(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Math.min(a[i]!, b[i]!);
  },
  maximum(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Math.max(a[i]!, b[i]!);
  },
  negate(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = -a[i]!;
  },
  absolute(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = Math.abs(a[i]!);
  },
  floor(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(a[i]!);
  },
  ceil(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = Math.ceil(a[i]!);
  },
  round(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(a[i]! + 0.5);
  },
  sqrt(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(a[i]!);
  },
  exp(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = exp(a[i]!);
  },
  log(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = log(a[i]!);
  },
  less(out, a, b) {
    for (let i = 0; i < out.length; i++) {
      out[i] = a[i]! < b[i]! ? 1 : nanMark(a[i]!, b[i]!);
    }
  },
  less_equal(out, a, b) {
    for (let i = 0; i < out.length; i++) {
      out[i] = a[i]! <= b[i]! ? 1 : nanMark(a[i]!, b[i]!);
    }
  },
  equal(out, a, b) {
    for (let i = 0; i < out.length; i++) {
      out[i] = a[i]! === b[i]! ? 1 : nanMark(a[i]!, b[i]!);
    }
  },
  not_equal(out, a, b) {
    for (let i = 0; i < out.length; i++) {
      const mark = nanMark(a[i]!, b[i]!);
      out[i] = a[i]! === b[i]! ? 0 : 1 + mark;
    }
  },
  and(out, a, b) {
    for (let i = 0; i < out.length; i++) {
      const mark = nanMark(a[i]!, b[i]!);
      out[i] = a[i]! === 0 || b[i]! === 0 ? mark : 1 + mark;
    }
  },
  or(out, a, b) {
    for (let i = 0; i < out.length; i++) {
      const mark = nanMark(a[i]!, b[i]!);
      out[i] = a[i]! === 0 && b[i]! === 0 ? 0 : 1 + mark;
    }
  },
  not(out, a) {
    for (let i = 0; i < out.length; i++) {
      out[i] = a[i]! === 0 ? 1 : nanMark(a[i]!, a[i]!);
    }
  },
  select(out, a, b, c) {
    for (let i = 0; i < out.length; i++) {
      const test = c[i]!;
      out[i] = test === 1 ? a[i]! : test === 0 ? b[i]! : Number.NaN;
    }
  },
  finite(out, a) {
    for (let i = 0; i < out.length; i++) {
      const value = a[i]!;
      // value − 0 is value, −0 too; ∞ − ∞ is NaN.
      out[i] = value - (value - value);
    }
  },
  is_finite(out, a) {
    for (let i = 0; i < out.length; i++) out[i] = Number.isFinite(a[i]!) ? 1 : 0;
  },
};
