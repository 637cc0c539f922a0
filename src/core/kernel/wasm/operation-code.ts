import type { Operation } from "../../model/program.ts";
import type { Code } from "./code.ts";
import type { Scope } from "./function-code.ts";
import { f64x2, v128 } from "./instructions.ts";

/** An operand: a pair of values in a local, and whether they may be NaN as far as is known. */
export interface Operand {
  readonly value: Code;
  readonly mayBeNaN: boolean;
}

/** Operations with functions of their own, on whole columns. */
export type ColumnOperation = "exp" | "log" | "power";

/** Operations on pairs of doubles. */
export type PairOperation = Exclude<Operation, ColumnOperation>;

/** The operation on pairs: the same bits as `applyOperation` in both lanes, but for the bits of a NaN. */
export const PAIR_OPERATIONS: Readonly<
  Record<PairOperation, (scope: Scope, a: Operand, b: Operand, c: Operand) => Code>
> = {
  add: (_, a, b) => f64x2.add(a.value, b.value),
  subtract: (_, a, b) => f64x2.sub(a.value, b.value),
  multiply: (_, a, b) => f64x2.mul(a.value, b.value),
  divide: (_, a, b) => f64x2.div(a.value, b.value),
  minimum: (_, a, b) => f64x2.min(a.value, b.value),
  maximum: (_, a, b) => f64x2.max(a.value, b.value),
  negate: (_, a) => f64x2.neg(a.value),
  absolute: (_, a) => f64x2.abs(a.value),
  floor: (_, a) => f64x2.floor(a.value),
  ceil: (_, a) => f64x2.ceil(a.value),
  round: (scope, a) => f64x2.floor(f64x2.add(a.value, scope.number(0.5))),
  sqrt: (_, a) => f64x2.sqrt(a.value),
  less: (scope, a, b) => truth(scope, f64x2.lt(a.value, b.value), a, b),
  less_equal: (scope, a, b) => truth(scope, f64x2.le(a.value, b.value), a, b),
  equal: (scope, a, b) => truth(scope, f64x2.eq(a.value, b.value), a, b),
  not_equal: (scope, a, b) => truth(scope, f64x2.ne(a.value, b.value), a, b),
  and: (scope, a, b) => truth(scope, v128.and(isNotZero(a), isNotZero(b)), a, b),
  or: (scope, a, b) => truth(scope, v128.or(isNotZero(a), isNotZero(b)), a, b),
  not: (scope, a) => truth(scope, f64x2.eq(a.value, ZERO), a, a),
  select: (scope, a, b, c) =>
    v128.bitselect(
      a.value,
      v128.bitselect(b.value, scope.number(Number.NaN), f64x2.eq(c.value, ZERO)),
      f64x2.eq(c.value, scope.number(1)),
    ),
  // x − 0 is x, −0 too; ∞ − ∞ is NaN.
  finite: (_, a) => f64x2.sub(a.value, f64x2.sub(a.value, a.value)),
  // x − x is 0, but NaN where x is not finite.
  is_finite: (scope, a) => v128.and(f64x2.eq(f64x2.sub(a.value, a.value), ZERO), scope.number(1)),
};

const ZERO = f64x2.const(0);

const isNotZero = (a: Operand): Code => f64x2.ne(a.value, ZERO);

/** 1 where the mask is set, 0 elsewhere, NaN (all bits set) where an operand is NaN. */
function truth(scope: Scope, mask: Code, a: Operand, b: Operand): Code {
  const operands = a.value === b.value ? [a] : [a, b];
  return operands
    .filter(({ mayBeNaN }) => mayBeNaN)
    .reduce<Code>(
      (result, { value }) => v128.or(result, f64x2.ne(value, value)),
      v128.and(mask, scope.number(1)),
    );
}
