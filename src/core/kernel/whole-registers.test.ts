import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  call,
  conditional,
  constant,
  name,
  normal,
  number,
} from "../../../test/support/build-definition.ts";
import { compile } from "../model/compile.ts";
import type { Distribution } from "../model/distribution.ts";
import type { Expression } from "../model/expression.ts";
import { createInterpreter } from "./interpreter.ts";
import { wholeRegisters } from "./whole-registers.ts";

const poisson: Distribution = { kind: "poisson", mean: 4 };
const bernoulli: Distribution = { kind: "bernoulli", probability: 0.3 };

/** Whether the compiler's quantity `z` is known to be whole. */
function isWhole(equation: Expression, extra: Readonly<Record<string, Distribution>> = {}) {
  const program = compile(
    buildDefinition({
      inputs: { n: poisson, x: normal(0, 1), ...extra },
      indicators: { z: { equation } },
    }),
  );
  const column = program.columns.find((each) => each.name === "z@2021");
  const whole = wholeRegisters(program)[column?.register ?? -1];
  const [values] = createInterpreter(program, 1).columns(0, 500, [column?.register ?? -1]);
  return { whole, really: values?.every(Number.isInteger) };
}

describe("wholeRegisters", () => {
  it.each([
    ["a count", name("n")],
    ["sums and products of counts", binary(binary(name("n"), "*", number(3)), "-", number(7))],
    ["rounded values", call("round", name("x"))],
    ["comparisons", binary(name("x"), ">", number(0))],
    ["either of two counts", conditional(binary(name("x"), ">", number(0)), name("n"), number(5))],
    ["the larger of two counts", call("max", name("n"), call("abs", call("floor", name("x"))))],
  ])("knows %s", (_, equation) => {
    expect(isWhole(equation)).toEqual({ whole: true, really: true });
  });

  it.each([
    ["halves", binary(name("n"), "/", number(2))],
    ["continuous inputs", name("x")],
    ["sums with fractions", binary(name("n"), "+", number(0.5))],
  ])("does not take %s for whole", (_, equation) => {
    expect(isWhole(equation)).toEqual({ whole: false, really: false });
  });

  it.each<readonly [string, Distribution, boolean]>([
    ["affine of whole numbers", { kind: "affine", base: bernoulli, shift: 3, scale: 2 }, true],
    ["affine with a fraction", { kind: "affine", base: bernoulli, shift: 3, scale: 0.5 }, false],
    ["truncated", { kind: "truncated", base: poisson, low: 2, high: 6 }, true],
    [
      "mixture",
      {
        kind: "mixture",
        components: [
          { weight: 1, distribution: poisson },
          { weight: 1, distribution: constant(3) },
        ],
      },
      true,
    ],
    [
      "mixture with a continuous part",
      {
        kind: "mixture",
        components: [
          { weight: 1, distribution: poisson },
          { weight: 1, distribution: normal(0, 1) },
        ],
      },
      false,
    ],
    ["empirical whole numbers", { kind: "empirical", values: [1, 5, 9] }, true],
    ["empirical fractions", { kind: "empirical", values: [1, 5.5] }, false],
  ])("tells distributions apart: %s", (_, distribution, expected) => {
    expect(isWhole(name("d"), { d: distribution })).toEqual({ whole: expected, really: expected });
  });
});
