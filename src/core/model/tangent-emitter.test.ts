import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpression } from "../../../test/support/arbitrary-expression.ts";
import { binary, call, conditional, name, number } from "../../../test/support/build-definition.ts";
import { evaluateExpression } from "../../../test/support/evaluate-expression.ts";
import { applyOperation } from "./apply-operation.ts";
import { compileExpression } from "./compile-expression.ts";
import type { Expression } from "./expression.ts";
import { createProgramBuilder } from "./program-builder.ts";
import { createTangentEmitter } from "./tangent-emitter.ts";

/** Value and derivatives by x and y at a point, computed by the emitted instructions. */
function differentiate(expression: Expression, x: number, y: number) {
  const builder = createProgramBuilder();
  const point = [builder.input(), builder.input()];
  const emitter = createTangentEmitter(builder, point);
  const handle = compileExpression(
    expression,
    (value) => emitter.variable(value.name === "x" ? 0 : 1),
    emitter,
  );
  const values: number[] = [x, y];
  for (const [register, value] of builder.constants) values[register] = value;
  for (const { operation, target, a, b, c } of builder.instructions) {
    values[target] = applyOperation(operation, values[a]!, values[b]!, values[c]!);
  }
  const at = (register: number | undefined) => (register === undefined ? 0 : values[register]!);
  return {
    value: at(emitter.valueOf(handle)),
    slopes: emitter.slopesOf(handle).map(at),
  };
}

const at = (expression: Expression, x: number, y: number): number =>
  evaluateExpression(expression, ({ name: id }) => (id === "x" ? x : y));

/** (f(x + h) − f(x − h)) / 2h by x, where three widths agree and nothing is huge: else a kink, step or pole is near. */
function centralDifference(expression: Expression, x: number, y: number): number | undefined {
  const [wide, middle, narrow] = [1e-3, 1e-4, 1e-5].map(
    (h) => (at(expression, x + h, y) - at(expression, x - h, y)) / (2 * h),
  ) as [number, number, number];
  const size = Math.max(1, Math.abs(narrow), Math.abs(at(expression, x, y)));
  const agree = Math.abs(wide - middle) < 1e-5 * size && Math.abs(middle - narrow) < 1e-5 * size;
  return agree && size < 1e6 ? narrow : undefined;
}

const transposed = (expression: Expression): Expression =>
  JSON.parse(
    JSON.stringify(expression, (_, value) =>
      value?.kind === "name" ? { ...value, name: value.name === "x" ? "y" : "x" } : value,
    ),
  );

describe("createTangentEmitter", () => {
  it("agrees with central differences on random expressions", () => {
    // Points of no special kind: kinks and isolated branches lie at round numbers.
    const coordinate = fc.nat(1_000_000).map((k) => 6 * ((k * Math.SQRT2) % 1) - 3 + Math.PI / 1e4);
    let compared = 0;
    let undefinedSlopes = 0;
    fc.assert(
      fc.property(arbitraryExpression(["x", "y"]), coordinate, coordinate, (expression, x, y) => {
        const { value, slopes } = differentiate(expression, x, y);
        expect(value).toBe(at(expression, x, y));
        const expected = [
          centralDifference(expression, x, y),
          centralDifference(transposed(expression), y, x),
        ];
        for (const [index, slope] of expected.entries()) {
          if (slope === undefined) continue;
          compared++;
          if (Number.isNaN(slopes[index])) {
            undefinedSlopes++;
            continue;
          }
          const tolerance = 1e-4 * Math.max(1, Math.abs(slope), Math.abs(value));
          expect(Math.abs(slopes[index]! - slope)).toBeLessThan(tolerance);
        }
      }),
      { seed: 20210226, numRuns: 3000 },
    );
    // Most random expressions have values here; those without are logs and roots of negative numbers.
    expect(compared).toBeGreaterThan(3000);
    // The chain rule meets 0 · ∞ in the likes of 0 ^ (x − x).
    expect(undefinedSlopes).toBeLessThan(0.002 * compared);
  });

  it.each([
    // d/dx at x = 2, y = 3, by the rules of calculus
    ["x · y", binary(name("x"), "*", name("y")), 3, 2],
    ["x / y", binary(name("x"), "/", name("y")), 1 / 3, -2 / 9],
    ["x ^ y", binary(name("x"), "^", name("y")), 12, 8 * Math.log(2)],
    ["x ^ 3", binary(name("x"), "^", number(3)), 12, 0],
    ["x ^ 0", binary(name("x"), "^", number(0)), 0, 0],
    ["2 ^ y", binary(number(2), "^", name("y")), 0, 8 * Math.log(2)],
    ["exp(x)", call("exp", name("x")), Math.exp(2), 0],
    ["log(y)", call("log", name("y")), 0, 1 / 3],
    ["sqrt(x)", call("sqrt", name("x")), 1 / (2 * Math.SQRT2), 0],
    ["round(x)", call("round", name("x")), 0, 0],
    ["x > 1 ? y : x", conditional(binary(name("x"), ">", number(1)), name("y"), name("x")), 0, 1],
    // kinks, where both sides differ: the side that the value is taken from, the right side of |x|
    ["max(x, 2)", call("max", name("x"), number(2)), 1, 0],
    ["min(2, x)", call("min", number(2), name("x")), 0, 0],
    ["abs(x − 2)", call("abs", binary(name("x"), "-", number(2))), 1, 0],
    ["clamp(y, 0, 1)", call("clamp", name("y"), number(0), number(1)), 0, 0],
  ])("knows the derivatives of %s", (_, expression, byX, byY) => {
    const { slopes } = differentiate(expression, 2, 3);
    expect(slopes[0]).toBeCloseTo(byX, 12);
    expect(slopes[1]).toBeCloseTo(byY, 12);
  });
});
