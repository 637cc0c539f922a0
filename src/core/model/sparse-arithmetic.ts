import type { Register } from "./program.ts";
import type { Emitter } from "./program-builder.ts";

/** A register, or `undefined` for a value that is 0 in every draw and needs no work. */
export type Sparse = Register | undefined;

/** Arithmetic that leaves out what zeros and ones make needless. */
export interface SparseArithmetic {
  /** A register as it is, or `undefined` where it is the constant 0. */
  sparse(register: Register): Sparse;
  /** A register in any case. */
  dense(value: Sparse): Register;
  add(a: Sparse, b: Sparse): Sparse;
  subtract(a: Sparse, b: Sparse): Sparse;
  multiply(a: Sparse, b: Sparse): Sparse;
  divide(a: Sparse, b: Register): Sparse;
  negate(a: Sparse): Sparse;
  /** `a` where the test is 1, `b` where it is 0. */
  select(a: Sparse, b: Sparse, test: Register): Sparse;
}

/** Sparse arithmetic that emits into `emitter`. */
export function createSparseArithmetic(emitter: Emitter): SparseArithmetic {
  const sparse = (register: Register): Sparse =>
    emitter.constantOf(register) === 0 ? undefined : register;
  const dense = (value: Sparse): Register => value ?? emitter.constant(0);
  const isOne = (register: Register): boolean => emitter.constantOf(register) === 1;

  const negate = (a: Sparse): Sparse => (a === undefined ? undefined : emitter.emit("negate", a));
  return {
    sparse,
    dense,
    negate,
    add: (a, b) => {
      if (a === undefined || b === undefined) return a ?? b;
      return sparse(emitter.emit("add", a, b));
    },
    subtract: (a, b) => {
      if (b === undefined) return a;
      return a === undefined ? negate(b) : sparse(emitter.emit("subtract", a, b));
    },
    multiply: (a, b) => {
      if (a === undefined || b === undefined) return undefined;
      if (isOne(a)) return b;
      return isOne(b) ? a : sparse(emitter.emit("multiply", a, b));
    },
    divide: (a, b) => {
      if (a === undefined) return undefined;
      return isOne(b) ? a : sparse(emitter.emit("divide", a, b));
    },
    select: (a, b, test) =>
      a === b ? a : sparse(emitter.emit("select", dense(a), dense(b), test)),
  };
}
