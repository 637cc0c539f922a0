import fc from "fast-check";
import {
  type BinaryOperator,
  type Expression,
  FUNCTION_ARITY,
  type FunctionName,
} from "../../src/core/model/expression.ts";
import { binary, call, conditional, name, number, unary } from "./build-definition.ts";

const OPERATORS: readonly BinaryOperator[] = [
  "+",
  "-",
  "*",
  "/",
  "^",
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "!=",
  "and",
  "or",
];

/** Random equations over some names: any operator and function, numbers that often meet edge cases. */
export function arbitraryExpression(names: readonly string[]): fc.Arbitrary<Expression> {
  const literal = fc.oneof(
    fc.constantFrom(0, 1, 2, -1, 0.5, 100),
    fc.double({ min: -10, max: 10, noNaN: true }),
  );
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
    const part = tie("expression");
    const functions = Object.keys(FUNCTION_ARITY) as FunctionName[];
    return {
      expression: fc.oneof(
        { maxDepth: 5, depthSize: "medium" },
        fc.constantFrom(...names).map((each) => name(each)),
        literal.map(number),
        fc
          .tuple(part, fc.constantFrom(...OPERATORS), part)
          .map(([left, operator, right]) => binary(left, operator, right)),
        fc.tuple(fc.constantFrom("-", "not"), part).map(([operator, of]) => unary(operator, of)),
        fc
          .tuple(fc.constantFrom(...functions), part, part, part, fc.boolean())
          .map(([fn, a, b, c, third]) => call(fn, ...argumentsOf(fn, [a, b, c], third))),
        fc.tuple(part, part, part).map(([test, yes, no]) => conditional(test, yes, no)),
      ),
    };
  });
  return expression;
}

/** As many as the function takes; `max` and `min` sometimes three. */
function argumentsOf(
  fn: FunctionName,
  candidates: readonly Expression[],
  third: boolean,
): readonly Expression[] {
  const more = third && (fn === "max" || fn === "min") ? 1 : 0;
  return candidates.slice(0, FUNCTION_ARITY[fn] + more);
}
