import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  call,
  constant,
  name,
  normal,
  number,
  type Sketch,
} from "../../../test/support/build-definition.ts";
import { evaluateProgram } from "../../../test/support/evaluate-program.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { createWasmKernel } from "../kernel/wasm/wasm-kernel.ts";
import { compile } from "./compile.ts";
import type { Expression } from "./expression.ts";

type Equations = Readonly<Record<string, Expression>>;

const program = (equations: Equations, sketch: Sketch = {}, block: object = {}) =>
  compile(
    buildDefinition({
      inputs: { u: normal(0, 1), v: normal(0, 1) },
      indicators: Object.fromEntries(
        Object.entries(equations).map(([id, equation]) => [id, { equation }]),
      ),
      blocks: [{ members: Object.keys(equations), ...block }],
      ...sketch,
    }),
  );

/** The members' values in one draw, and behind them whether the block was solved. */
function solve(compiled: ReturnType<typeof compile>, u = 0, v = 0, year = 2021) {
  const inputs = { [`u@${year}`]: u, [`v@${year}`]: v };
  const values = evaluateProgram(compiled, inputs);
  return compiled.columns
    .filter((column) => column.name.endsWith(`@${year}`) && !(column.name in inputs))
    .map(({ register }) => values[register] ?? Number.NaN);
}

const sum = (terms: readonly Expression[]): Expression =>
  terms.reduce((left, right) => binary(left, "+", right));

/** Gauss-Jordan with full row search, to compare with. */
function eliminate(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let k = 0; k < rows.length; k++) {
    const sorted = rows.slice(k).sort((a, b) => Math.abs(b[k]!) - Math.abs(a[k]!));
    rows.splice(k, rows.length, ...sorted);
    const pivot = rows[k]!;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[k]! / pivot[k]!;
      for (let j = k; j < row.length; j++) row[j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}

describe("solveBlock on linear equations", () => {
  const size = fc.integer({ min: 1, max: 5 });
  const systems = size.chain((n) =>
    fc.record({
      weights: fc.array(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
        { minLength: n, maxLength: n },
      ),
      constants: fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
        minLength: n,
        maxLength: n,
      }),
    }),
  );

  it("finds the solution of diagonally dominant systems, with fixed and with drawn coefficients", () => {
    fc.assert(
      fc.property(systems, fc.boolean(), ({ weights, constants }, drawn) => {
        const n = weights.length;
        // Rows whose absolute values sum to 0.9 at most: I − A is diagonally dominant.
        const a = weights.map((row) =>
          row.map(
            (w) =>
              (0.9 * w) /
              Math.max(
                1,
                row.reduce((s, x) => s + Math.abs(x), 0),
              ),
          ),
        );
        const factor = (value: number): Expression =>
          drawn ? binary(name("v"), "*", number(value)) : number(value);
        const equations = Object.fromEntries(
          a.map((row, i) => [
            `x${i}`,
            sum([
              binary(name("u"), "*", number(constants[i]!)),
              ...row.map((w, j) => binary(factor(w), "*", name(`x${j}`))),
            ]),
          ]),
        );
        const [u, v] = [1.5, 0.75];
        const matrix = a.map((row, i) =>
          row.map((w, j) => (i === j ? 1 : 0) - w * (drawn ? v : 1)),
        );
        const expected = eliminate(
          matrix,
          constants.map((c) => c * u),
        );
        const found = solve(program(equations), u, v);
        expect(found[n]).toBe(1);
        for (const [i, value] of expected.entries()) {
          expect(Math.abs(found[i]! - value)).toBeLessThan(1e-11 * Math.max(1, Math.abs(value)));
        }
      }),
    );
  });

  it("exchanges rows where an equation does not hold its own unknown", () => {
    // Clearing a market: p = p + demand − supply, demand = 10 − p, supply = 2 + 3 p, so p = 2.
    const equations = {
      price: binary(binary(name("price"), "+", name("demand")), "-", name("supply")),
      demand: binary(number(10), "-", name("price")),
      supply: binary(number(2), "+", binary(number(3), "*", name("price"))),
    };
    expect(solve(program(equations))).toEqual([2, 8, 8, 1]);
  });

  it("needs no search where coefficients are the same in every draw", () => {
    const equations = {
      income: binary(name("gdp"), "*", number(0.6)),
      consumption: binary(binary(name("income"), "*", number(0.7)), "+", name("u")),
      gdp: binary(name("consumption"), "+", name("v")),
    };
    const { instructions } = program(equations);
    // One selection by the tolerance and one for each member; elimination is done at compile time.
    expect(instructions.filter(({ operation }) => operation === "select")).toHaveLength(4);
    expect(instructions.length).toBeLessThan(70);
    // gdp = (u + v) / (1 − 0.42)
    const [, , gdp] = solve(program(equations), 20, 38);
    expect(gdp).toBeCloseTo(100, 11);
  });
});

describe("solveBlock on equations that are not linear", () => {
  it("finds known roots", () => {
    // x = √(x + 2) has the root 2; y = x² / 4 is then 1.
    const roots = {
      x: call("sqrt", binary(name("x"), "+", number(2))),
      y: binary(binary(name("x"), "^", number(2)), "/", number(4)),
    };
    const [x, y, solved] = solve(program(roots));
    expect(x).toBeCloseTo(2, 9);
    expect(y).toBeCloseTo(1, 9);
    expect(solved).toBe(1);
    // The fixed point of exp(−x) is Lambert's W(1) = 0.56714329040978387 (DLMF 4.13).
    const omega = solve(program({ x: call("exp", binary(number(-1), "*", name("x"))) }));
    expect(omega[0]).toBeCloseTo(0.567143290409784, 9);
  });

  it("gets past kinks and steps that lead too far", () => {
    // x = max(0, 4 − x) + min(x, 1) / 2: above x = 1 it is x = 4 − x + 0.5, x = 2.25.
    const kinked = {
      x: binary(
        call("max", number(0), binary(number(4), "-", name("x"))),
        "+",
        binary(call("min", name("x"), number(1)), "/", number(2)),
      ),
    };
    expect(solve(program(kinked))).toEqual([2.25, 1]);
    // x = x − log(x): Newton's step from 8 leads to 8 − 8 log 8 < 0, where log is undefined.
    const far = { x: binary(name("x"), "-", call("log", name("x"))) };
    const [x, solved] = solve(program(far, {}, { start: { x: 8 } }));
    expect(x).toBeCloseTo(1, 9);
    expect(solved).toBe(1);
  });

  it("says which draws have no solution, and leaves their members undefined", () => {
    // x = x² + u has a real solution where u ≤ 1/4.
    const parabola = program({
      x: binary(binary(name("x"), "^", number(2)), "+", name("u")),
    });
    const [x, solved] = solve(parabola, 0.21);
    expect(x).toBeCloseTo(0.3, 9);
    expect(solved).toBe(1);
    expect(solve(parabola, 0.3)).toEqual([Number.NaN, 0]);
    expect(solve(program({ x: binary(name("x"), "+", number(1)) }))).toEqual([Number.NaN, 0]);
  });

  it("is solved only to the tolerance that the file states", () => {
    const slow = { x: binary(name("x"), "-", binary(name("x"), "^", number(2))) };
    const at = (tolerance: number, iterations: number) =>
      solve(program(slow, {}, { start: { x: 1 }, tolerance, iterations }));
    // The double root at 0: each step halves x, so the residual after k steps is 4^−k.
    expect(at(1e-3, 5)).toEqual([2 ** -5, 1]);
    expect(at(1e-3, 4)).toEqual([Number.NaN, 0]);
    expect(at(1e-5, 5)).toEqual([Number.NaN, 0]);
  });
});

describe("where the search begins", () => {
  const cubic = { x: binary(binary(name("x"), "^", number(3)), "+", number(0)) };
  const twoYears = (history: number, start?: number) =>
    compile(
      buildDefinition({
        periods: [2021, 2022],
        inputs: { u: normal(0, 1), v: normal(0, 1) },
        indicators: { x: { equation: cubic.x, history: { 2020: history } } },
        blocks: [{ members: ["x"], ...(start === undefined ? {} : { start: { x: start } }) }],
      }),
    );

  it("is last period's value, the one that the file gives, or 0", () => {
    // x = x³ has the roots −1, 0 and 1; the search finds the near one.
    expect(solve(program(cubic))[0]).toBe(0);
    expect(solve(twoYears(1.2))[0]).toBeCloseTo(1, 9);
    expect(solve(twoYears(1.2), 0, 0, 2022)[0]).toBeCloseTo(1, 9);
    expect(solve(twoYears(1.2, -0.9))[0]).toBeCloseTo(-1, 9);
  });

  it("is 0 where last period has no value", () => {
    const compiled = compile(
      buildDefinition({
        periods: [2021, 2022],
        inputs: { u: normal(0, 1), v: normal(0, 1) },
        indicators: { x: { equation: binary(binary(name("x"), "^", number(2)), "+", name("u")) } },
        blocks: [{ members: ["x"] }],
      }),
    );
    const values = evaluateProgram(compiled, { "u@2021": 5, "u@2022": 0.21 });
    const at = (column: string) =>
      values[compiled.columns.find((each) => each.name === column)?.register ?? -1];
    expect(at("x@2021")).toBeNaN();
    expect(at("x@2022")).toBeCloseTo(0.3, 9);
    expect([at("block:block1@2021"), at("block:block1@2022")]).toEqual([0, 1]);
  });
});

describe("a solved block", () => {
  it("is the same to the last bit in both kernels", () => {
    const compiled = compile(
      buildDefinition({
        periods: [2021, 2022],
        inputs: { u: normal(0, 1), v: normal(0, 0.3) },
        parameters: { k: constant(0.4) },
        indicators: {
          x: { equation: binary(binary(name("x"), "^", number(2)), "+", name("u")) },
          y: { equation: sum([binary(name("k"), "*", name("z")), name("x"), name("v")]) },
          z: { equation: call("max", binary(name("y"), "*", name("v")), call("exp", name("v"))) },
        },
        blocks: [{ members: ["x"] }, { id: "other", members: ["y", "z"] }],
      }),
    );
    const registers = compiled.columns.map(({ register }) => register);
    const reference = createInterpreter(compiled, 7);
    const wasm = createWasmKernel(compiled, 7);
    const expected = reference.columns(0, 3000, registers);
    const found = wasm?.columns(0, 3000, registers) ?? [];
    for (const [index, column] of expected.entries()) {
      expect(column.findIndex((value, draw) => !Object.is(value, found[index]?.[draw]))).toBe(-1);
    }
    const solved = compiled.columns.findIndex(({ name: column }) => column === "block:block1@2021");
    const share = Array.from(expected[solved] ?? []).filter((value) => value === 1).length / 3000;
    // P(u ≤ 1/4) = Φ(0.25) = 0.5987; the standard error of 3000 draws is 0.009.
    expect(Math.abs(share - 0.5987)).toBeLessThan(4 * 0.009);
    expect(wasm?.run(0, 3000)).toEqual(reference.run(0, 3000));
  });
});
