import type { BinaryOperator, Expression, NamedValue } from "../../src/core/model/expression.ts";
import { exp, log, pow } from "../../src/core/sampling/math.ts";

const truth = (a: number, b: number, test: boolean): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : test ? 1 : 0;

const BINARY: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => (b === 2 ? a * a : pow(a, b)),
  "<": (a, b) => truth(a, b, a < b),
  "<=": (a, b) => truth(a, b, a <= b),
  ">": (a, b) => truth(a, b, a > b),
  ">=": (a, b) => truth(a, b, a >= b),
  "==": (a, b) => truth(a, b, a === b),
  "!=": (a, b) => truth(a, b, a !== b),
  and: (a, b) => truth(a, b, a !== 0 && b !== 0),
  or: (a, b) => truth(a, b, a !== 0 || b !== 0),
};

/**
 * The value of an expression for one draw, straight from the tree: what compiled programs are compared with.
 * Uses the engine's own exp, log and pow, which have tests of their own.
 */
export function evaluateExpression(
  expression: Expression,
  lookUp: (value: NamedValue) => number,
): number {
  const evaluate = (part: Expression): number => evaluateExpression(part, lookUp);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "name":
    case "dated":
      return lookUp(expression);
    case "unary": {
      const operand = evaluate(expression.operand);
      return expression.operator === "-" ? -operand : truth(operand, operand, operand === 0);
    }
    case "binary":
      return BINARY[expression.operator](evaluate(expression.left), evaluate(expression.right));
    case "conditional": {
      const test = evaluate(expression.test);
      if (Number.isNaN(test)) return Number.NaN;
      return evaluate(test === 0 ? expression.otherwise : expression.then);
    }
    case "call":
      return evaluateCall(expression.fn, expression.args.map(evaluate));
  }
}

function evaluateCall(fn: string, args: readonly number[]): number {
  const [x = Number.NaN, low = Number.NaN, high = Number.NaN] = args;
  switch (fn) {
    case "abs":
      return Math.abs(x);
    case "ceil":
      return Math.ceil(x);
    case "clamp":
      return Math.min(Math.max(x, low), high);
    case "exp":
      return exp(x);
    case "floor":
      return Math.floor(x);
    case "fraction":
      return x / 100;
    case "log":
      return log(x);
    case "max":
      return Math.max(...args);
    case "min":
      return Math.min(...args);
    case "percent":
      return x * 100;
    case "round":
      return Math.floor(x + 0.5);
    case "sqrt":
      return Math.sqrt(x);
    default:
      throw new Error(`No function ${fn}.`);
  }
}
