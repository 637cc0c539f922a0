import { exp, log, pow } from "../sampling/math.ts";
import type { Operation } from "./program.ts";

type ScalarOperation = (a: number, b: number, c: number) => number;

const truth = (test: boolean): number => (test ? 1 : 0);

/** A comparison or a logical operation: NaN where an operand is NaN. */
const unlessNaN = (a: number, b: number, test: boolean): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : truth(test);

const SCALAR_OPERATIONS: Readonly<Record<Operation, ScalarOperation>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: pow,
  minimum: (a, b) => Math.min(a, b),
  maximum: (a, b) => Math.max(a, b),
  negate: (a) => -a,
  absolute: (a) => Math.abs(a),
  floor: (a) => Math.floor(a),
  ceil: (a) => Math.ceil(a),
  round: (a) => Math.floor(a + 0.5),
  sqrt: (a) => Math.sqrt(a),
  exp,
  log,
  less: (a, b) => unlessNaN(a, b, a < b),
  less_equal: (a, b) => unlessNaN(a, b, a <= b),
  equal: (a, b) => unlessNaN(a, b, a === b),
  not_equal: (a, b) => unlessNaN(a, b, a !== b),
  and: (a, b) => unlessNaN(a, b, a !== 0 && b !== 0),
  or: (a, b) => unlessNaN(a, b, a !== 0 || b !== 0),
  not: (a) => unlessNaN(a, a, a === 0),
  select: (a, b, c) => (c === 1 ? a : c === 0 ? b : Number.NaN),
  finite: (a) => (Number.isFinite(a) ? a : Number.NaN),
  is_finite: (a) => truth(Number.isFinite(a)),
};

/** Apply an operation to single values: the meaning that every kernel reproduces bit for bit. */
export function applyOperation(operation: Operation, a: number, b: number, c: number): number {
  return SCALAR_OPERATIONS[operation](a, b, c);
}
