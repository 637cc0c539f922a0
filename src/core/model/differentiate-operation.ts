import type { Operation, Register } from "./program.ts";
import type { Emitter } from "./program-builder.ts";
import type { Sparse, SparseArithmetic } from "./sparse-arithmetic.ts";

/** An operand with its derivative. */
export interface Dual {
  readonly value: Register;
  readonly slope: Sparse;
}

/**
 * The derivative of `value = operation(a, b, c)` by the chain rule, as instructions.
 *
 * At kinks it is one-sided: `minimum` and `maximum` follow their first operand where both are equal,
 * `absolute` has slope 1 at 0, `select` follows the branch it takes. Steps (`floor`, `ceil`, `round`,
 * comparisons, logic) have slope 0.
 */
export function differentiateOperation(
  operation: Operation,
  [a, b, c]: readonly [Dual, Dual, Dual],
  value: Register,
  emitter: Emitter,
  arithmetic: SparseArithmetic,
): Sparse {
  const { add, subtract, multiply, divide, negate, select } = arithmetic;
  switch (operation) {
    case "add":
      return add(a.slope, b.slope);
    case "subtract":
      return subtract(a.slope, b.slope);
    case "multiply":
      return add(multiply(a.slope, b.value), multiply(a.value, b.slope));
    case "divide":
      return divide(subtract(a.slope, multiply(value, b.slope)), b.value);
    case "power":
      return differentiatePower(a, b, value, emitter, arithmetic);
    case "minimum":
      return select(a.slope, b.slope, emitter.emit("less_equal", a.value, b.value));
    case "maximum":
      return select(a.slope, b.slope, emitter.emit("less_equal", b.value, a.value));
    case "negate":
      return negate(a.slope);
    case "absolute":
      return select(
        a.slope,
        negate(a.slope),
        emitter.emit("less_equal", emitter.constant(0), a.value),
      );
    case "sqrt":
      return divide(a.slope, emitter.emit("add", value, value));
    case "exp":
      return multiply(value, a.slope);
    case "log":
      return divide(a.slope, a.value);
    case "select":
      return select(a.slope, b.slope, c.value);
    case "finite":
      return a.slope;
    case "floor":
    case "ceil":
    case "round":
    case "less":
    case "less_equal":
    case "equal":
    case "not_equal":
    case "and":
    case "or":
    case "not":
    case "is_finite":
      return undefined;
    default:
      return operation satisfies never;
  }
}

/** (a^b)′ = b a^(b−1) a′ + a^b log(a) b′; the second term is 0 where a^b is. */
function differentiatePower(
  a: Dual,
  b: Dual,
  value: Register,
  emitter: Emitter,
  { add, multiply, select, sparse }: SparseArithmetic,
): Sparse {
  const lower = (): Register =>
    emitter.emit("power", a.value, emitter.emit("subtract", b.value, emitter.constant(1)));
  const factor = a.slope === undefined ? undefined : sparse(b.value);
  const byBase = factor === undefined ? undefined : multiply(multiply(factor, lower()), a.slope);
  if (b.slope === undefined) return byBase;
  const growth = multiply(value, emitter.emit("log", a.value));
  const isZero = emitter.emit("equal", value, emitter.constant(0));
  return add(byBase, multiply(select(undefined, growth, isZero), b.slope));
}
