import type { BinaryOperator, Expression, FunctionName, NamedValue } from "./expression.ts";
import type { Operation, Register } from "./program.ts";
import type { Emitter } from "./program-builder.ts";

/** Finds the register of a name, seen from the period being compiled. */
export type Lookup = (value: NamedValue) => Register;

/** Operations that take their operands as written, and those that take them swapped. */
const OPERATIONS: Readonly<
  Record<BinaryOperator, { readonly operation: Operation; readonly swapped: boolean }>
> = {
  "+": { operation: "add", swapped: false },
  "-": { operation: "subtract", swapped: false },
  "*": { operation: "multiply", swapped: false },
  "/": { operation: "divide", swapped: false },
  "^": { operation: "power", swapped: false },
  "<": { operation: "less", swapped: false },
  "<=": { operation: "less_equal", swapped: false },
  ">": { operation: "less", swapped: true },
  ">=": { operation: "less_equal", swapped: true },
  "==": { operation: "equal", swapped: false },
  "!=": { operation: "not_equal", swapped: false },
  and: { operation: "and", swapped: false },
  or: { operation: "or", swapped: false },
};

const UNARY_FUNCTIONS = {
  abs: "absolute",
  ceil: "ceil",
  exp: "exp",
  floor: "floor",
  log: "log",
  round: "round",
  sqrt: "sqrt",
} as const satisfies Partial<Record<FunctionName, Operation>>;

/**
 * Emit the instructions of an expression and return the register of its value.
 * `max` and `min` fold from the left, `clamp(x, low, high)` is min(max(x, low), high), `x ^ 2` is x · x,
 * both branches of `? :` are evaluated.
 */
export function compileExpression(
  expression: Expression,
  lookup: Lookup,
  builder: Emitter,
): Register {
  const compile = (part: Expression): Register => compileExpression(part, lookup, builder);
  switch (expression.kind) {
    case "number":
      return builder.constant(expression.value);
    case "name":
    case "dated":
      return lookup(expression);
    case "unary":
      return builder.emit(
        expression.operator === "-" ? "negate" : "not",
        compile(expression.operand),
      );
    case "binary":
      return emitBinary(
        expression.operator,
        compile(expression.left),
        compile(expression.right),
        builder,
      );
    case "call":
      return emitCall(expression.fn, expression.args.map(compile), builder);
    case "conditional":
      return builder.emit(
        "select",
        compile(expression.then),
        compile(expression.otherwise),
        builder.logical(compile(expression.test)),
      );
    default:
      return expression satisfies never;
  }
}

function emitBinary(
  operator: BinaryOperator,
  left: Register,
  right: Register,
  builder: Emitter,
): Register {
  if (operator === "^" && builder.constantOf(right) === 2) {
    return builder.emit("multiply", left, left);
  }
  const { operation, swapped } = OPERATIONS[operator];
  return swapped ? builder.emit(operation, right, left) : builder.emit(operation, left, right);
}

function emitCall(fn: FunctionName, args: readonly Register[], builder: Emitter): Register {
  const [first, ...rest] = args;
  if (first === undefined) throw new Error(`${fn} is called without arguments.`);
  switch (fn) {
    case "max":
      return rest.reduce((left, right) => builder.emit("maximum", left, right), first);
    case "min":
      return rest.reduce((left, right) => builder.emit("minimum", left, right), first);
    case "clamp": {
      const [low, high] = rest;
      if (low === undefined || high === undefined) throw new Error("clamp takes three arguments.");
      return builder.emit("minimum", builder.emit("maximum", first, low), high);
    }
    case "fraction":
      return builder.emit("divide", first, builder.constant(100));
    case "percent":
      return builder.emit("multiply", first, builder.constant(100));
    default:
      return builder.emit(UNARY_FUNCTIONS[fn], first);
  }
}
