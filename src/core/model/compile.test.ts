import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpression } from "../../../test/support/arbitrary-expression.ts";
import {
  binary,
  buildDefinition,
  conditional,
  constant,
  name,
  normal,
  number,
} from "../../../test/support/build-definition.ts";
import { evaluateExpression } from "../../../test/support/evaluate-expression.ts";
import { evaluateProgram } from "../../../test/support/evaluate-program.ts";
import { compile } from "./compile.ts";
import type { Program } from "./program.ts";

const columnValue = (
  program: Program,
  column: string,
  inputs: Readonly<Record<string, number>>,
) => {
  const found = program.columns.find((each) => each.name === column);
  return evaluateProgram(program, inputs)[found?.register ?? -1];
};

describe("compile", () => {
  it("keeps the meaning of every equation, folded or not", () => {
    const value = fc.oneof(
      fc.constantFrom(0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
      fc.double({ min: -100, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(arbitraryExpression(["x", "y", "k"]), value, value, (equation, x, y) => {
        const program = compile(
          buildDefinition({
            inputs: { x: normal(0, 1), y: normal(0, 1) },
            parameters: { k: constant(1.5) },
            indicators: { z: { equation } },
          }),
        );
        const expected = evaluateExpression(equation, ({ name: id }) =>
          id === "x" ? x : id === "y" ? y : 1.5,
        );
        expect(columnValue(program, "z@2021", { "x@2021": x, "y@2021": y })).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("shares equal work, folds constants and drops what nothing needs", () => {
    const sum = binary(name("x"), "+", name("y"));
    const program = compile(
      buildDefinition({
        inputs: { x: normal(0, 1), y: normal(0, 1) },
        parameters: { k: constant(3), unused: constant(99) },
        indicators: {
          a: { equation: binary(sum, "*", binary(name("k"), "-", number(1))) },
          b: { equation: binary(number(2), "*", binary(name("y"), "+", name("x"))) },
          c: { equation: conditional(number(1), sum, number(7)) },
        },
      }),
    );
    // x + y and 2 · (x + y) once each: b, where operands stand the other way round, is a; c is the sum.
    expect(program.instructions.map(({ operation }) => operation)).toEqual(["add", "multiply"]);
    expect(program.constants.map(({ value }) => value)).toEqual([2]);
    const registerOf = new Map(program.columns.map((each) => [each.name, each.register]));
    expect(registerOf.get("a@2021")).toBe(registerOf.get("b@2021"));
    expect(program.registerCount).toBe(5);
  });

  it("orders equations by what they need and lists columns by kind and period", () => {
    const program = compile(
      buildDefinition({
        periods: [2021, 2022],
        inputs: { x: normal(0, 1) },
        parameters: { k: normal(1, 1), fixed: constant(2) },
        indicators: {
          late: { equation: binary(name("early"), "*", name("k")) },
          early: { equation: binary(name("x"), "+", name("fixed")) },
        },
      }),
    );
    expect(program.columns.map((each) => each.name)).toEqual([
      "x@2021",
      "x@2022",
      "k",
      "late@2021",
      "late@2022",
      "early@2021",
      "early@2022",
    ]);
    expect(program.inputs.map(({ stream }) => stream)).toEqual(["x@2021", "x@2022", "k"]);
    const inputs = { "x@2021": 5, "x@2022": 7, k: 10 };
    // (5 + 2) · 10 and (7 + 2) · 10
    expect(columnValue(program, "late@2021", inputs)).toBe(70);
    expect(columnValue(program, "late@2022", inputs)).toBe(90);
  });

  it("takes lagged values from the last period, from history, and from the parameter itself", () => {
    const program = compile(
      buildDefinition({
        periods: [2021, 2022],
        inputs: { x: normal(0, 1) },
        inputHistory: { x: { 2020: 100 } },
        parameters: { k: normal(1, 1) },
        indicators: {
          level: {
            equation: binary(name("level", 1), "+", binary(name("x", 1), "*", name("k", 1))),
            history: { 2020: 1000 },
          },
        },
      }),
    );
    const inputs = { "x@2021": 5, "x@2022": 7, k: 2 };
    // 1000 + 100 · 2, then + 5 · 2
    expect(columnValue(program, "level@2021", inputs)).toBe(1200);
    expect(columnValue(program, "level@2022", inputs)).toBe(1210);
  });

  it("throws on what a checked definition cannot have", () => {
    const withEquation = (equation: Parameters<typeof binary>[0]) =>
      buildDefinition({ inputs: { x: normal(0, 1) }, indicators: { z: { equation } } });
    expect(() => compile(withEquation(name("nothing")))).toThrow("nothing has no value in 2021");
    expect(() => compile(withEquation(name("x", 1)))).toThrow("x has no value in 2020");
    expect(() => compile(withEquation(binary(name("z"), "+", number(1))))).toThrow("z → z");
  });
});

describe("compiled correlations", () => {
  const inputs = { a: normal(0, 1), b: normal(0, 1), c: normal(0, 1), d: normal(0, 1) };
  const streamsOf = (program: Program) =>
    program.copulas.map(({ members }) => members.map((member) => program.inputs[member]?.stream));

  it("join connected inputs of a period, parameters those of the first, in the order of names", () => {
    const program = compile(
      buildDefinition({
        periods: [2021, 2022],
        inputs: { d: inputs.d, c: inputs.c, b: inputs.b, a: inputs.a },
        parameters: { k: normal(0, 1) },
        correlations: [
          ["c", "b", 0.5],
          ["d", "a", 0.2],
          ["k", "d", -0.3],
        ],
      }),
    );
    expect(streamsOf(program)).toEqual([
      ["a@2021", "d@2021", "k"],
      ["a@2022", "d@2022"],
      ["b@2021", "c@2021"],
      ["b@2022", "c@2022"],
    ]);
  });

  it("have factors whose product is 2 sin(π ρ/6)", () => {
    const [copula] = compile(
      buildDefinition({
        inputs,
        correlations: [
          ["a", "b", 0.5],
          ["c", "b", -0.4],
        ],
      }),
    ).copulas;
    const factor = copula?.factor ?? new Float64Array(0);
    const product = (i: number, j: number): number =>
      [0, 1, 2].reduce((sum, k) => sum + (factor[3 * i + k] ?? 0) * (factor[3 * j + k] ?? 0), 0);
    // Kruskal (1958): normal scores of rank correlation ρ have correlation 2 sin(π ρ/6).
    expect(product(0, 1)).toBeCloseTo(2 * Math.sin((Math.PI * 0.5) / 6), 14);
    expect(product(1, 2)).toBeCloseTo(2 * Math.sin((Math.PI * -0.4) / 6), 14);
    expect(product(0, 2)).toBeCloseTo(0, 14);
    expect(product(2, 2)).toBeCloseTo(1, 14);
  });

  it("take the matrix of a joint group as it is, whatever the order of its members", () => {
    const [one, other] = [
      ["c", "a", "b"],
      ["a", "b", "c"],
    ].map((members) => {
      const values: Readonly<Record<string, number>> = { ab: 0.5, ac: -0.4, bc: 0.1 };
      const between = (i: string, j: string): number =>
        i === j ? 1 : (values[[i, j].sort().join("")] ?? 0);
      const correlation = members.map((i) => members.map((j) => between(i, j)));
      return compile(buildDefinition({ inputs, jointGroups: [{ members, df: 5, correlation }] }));
    });
    expect(one?.copulas).toEqual(other?.copulas);
    expect(one?.copulas[0]?.factor[3]).toBe(0.5);
    expect(one?.copulas[0]?.factor[6]).toBe(-0.4);
  });

  it("give what a t copula draws a stream and a dimension of its own, and move no input", () => {
    const sketch = {
      periods: [2021, 2022],
      inputs,
      parameters: { k: normal(0, 1), fixed: constant(1), l: normal(0, 1) },
      correlations: [["a", "b", 0.5]] as const,
    };
    const matrix = [
      [1, 0.2],
      [0.2, 1],
    ];
    const plain = compile(buildDefinition(sketch));
    const joined = compile(
      buildDefinition({
        ...sketch,
        jointGroups: [
          { members: ["d", "c"], df: 4, correlation: matrix },
          { members: ["k", "l"], df: 7, correlation: matrix },
        ],
      }),
    );
    expect(joined.inputs).toEqual(plain.inputs);
    // Four inputs in two periods and three parameters, one of them fixed, have dimensions 0 to 10.
    expect(joined.copulas.map(({ tails }) => tails)).toEqual([
      { df: 4, stream: "joint tails of c@2021", dimension: 11 },
      { df: 4, stream: "joint tails of c@2022", dimension: 12 },
      { df: 7, stream: "joint tails of k", dimension: 13 },
      undefined,
      undefined,
    ]);
    expect(joined.copulas.slice(3)).toEqual(plain.copulas);
  });

  it("throw where a quantity is joined twice", () => {
    const definition = buildDefinition({
      inputs,
      correlations: [["a", "b", 0.2]],
      jointGroups: [
        {
          members: ["a", "c"],
          correlation: [
            [1, 0],
            [0, 1],
          ],
        },
      ],
    });
    expect(() => compile(definition)).toThrow("a@2021 is joined by two copulas.");
  });

  it("throw where the matrix is not positive definite", () => {
    const definition = buildDefinition({
      inputs,
      correlations: [
        ["a", "b", 0.9],
        ["b", "c", 0.9],
        ["a", "c", -0.9],
      ],
    });
    expect(() => compile(definition)).toThrow(
      "The correlations of a@2021, b@2021, c@2021 are not positive definite.",
    );
  });
});
