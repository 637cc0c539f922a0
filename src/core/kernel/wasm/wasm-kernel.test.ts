import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySketch } from "../../../../test/support/arbitrary-sketch.ts";
import { buildDefinition, normal, type Sketch } from "../../../../test/support/build-definition.ts";
import { smallProgram } from "../../../../test/support/small-program.ts";
import { compile } from "../../model/compile.ts";
import type { Instruction, Operation, Program } from "../../model/program.ts";
import { type PointSet, pointSet, SAMPLING_METHODS } from "../../sampling/sampling-method.ts";
import { createInterpreter } from "../interpreter.ts";
import type { Kernel } from "../kernel.ts";
import { PAIR_OPERATIONS } from "./operation-code.ts";
import { createWasmKernel } from "./wasm-kernel.ts";

function wasmKernel(program: Program, seed: number, points?: PointSet): Kernel {
  const kernel = createWasmKernel(program, seed, points);
  if (kernel === undefined) throw new Error("There is no WebAssembly here.");
  return kernel;
}

/** Every bit of a run and of all its registers is that of the interpreter. */
function expectSameBits(
  program: Program,
  seed: number,
  firstDraw: number,
  draws: number,
  points?: PointSet,
): void {
  const reference = createInterpreter(program, seed, points);
  const kernel = wasmKernel(program, seed, points);
  const expected = reference.run(firstDraw, draws);
  const found = kernel.run(firstDraw, draws);
  expect(found.hitCounts).toEqual(expected.hitCounts);
  expected.columns.forEach((column, index) => {
    const { histogram, ...moments } = column;
    expect(found.columns[index]).toMatchObject(moments);
    expect(isDeepStrictEqual(found.columns[index]?.histogram, histogram)).toBe(true);
  });
  expect(isDeepStrictEqual(found, expected)).toBe(true);
  const registers = computedRegisters(program);
  const values = reference.columns(firstDraw, Math.min(draws, 1500), registers);
  kernel.columns(firstDraw, Math.min(draws, 1500), registers).forEach((column, index) => {
    const different = column.findIndex((value, draw) => !Object.is(value, values[index]?.[draw]));
    expect([registers[index], different]).toEqual([registers[index], -1]);
  });
}

const computedRegisters = ({ constants, inputs, instructions }: Program): readonly number[] => [
  ...constants.map(({ register }) => register),
  ...inputs
    .filter(({ distribution }) => distribution.kind !== "constant")
    .map(({ register }) => register),
  ...instructions.map(({ target }) => target),
];

describe("the WebAssembly kernel gives the interpreter's bits", () => {
  it("for models of any distributions, correlations, equations and targets", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        arbitrarySketch,
        fc.nat(),
        fc.nat({ max: 9000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom(...SAMPLING_METHODS),
        (sketch, seed, firstDraw, draws, method) => {
          const points = pointSet(method, firstDraw + draws);
          expectSameBits(compile(buildDefinition(sketch)), seed, firstDraw, draws, points);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    [0, 1],
    [0, 1023],
    [1, 1024],
    [1023, 1025],
    [0, 16_384],
    [5, 40_001],
    // Counters of draws count in 64 bits: the lower half overflows within the first block.
    [2 ** 33 - 700, 5000],
    [2 ** 33 - 701, 5000],
    [2 ** 52 + 1, 3000],
  ])("for draws from %d on, %d of them", (firstDraw, draws) => {
    expectSameBits(smallProgram(), 2 ** 53 - 1, firstDraw, draws);
  });

  it.each([
    [0, 20_000],
    [4096, 1500],
    [5, 2500],
    [2 ** 26, 3000],
  ])("for Sobol points and Latin hypercubes, from draw %d on, %d of them", (firstDraw, draws) => {
    expectSameBits(smallProgram(), 9, firstDraw, draws, { method: "sobol" });
    const points = pointSet("latin-hypercube", firstDraw + draws);
    expectSameBits(smallProgram(), 9, firstDraw, draws, points);
  });

  it("for copulas of any size", () => {
    for (const size of [2, 3, 4, 5, 8, 9, 15, 16, 17]) {
      const names = Array.from({ length: size }, (_, index) => `i${index}`);
      const sketch: Sketch = {
        inputs: Object.fromEntries(names.map((id, index) => [id, normal(index, 1)])),
        correlations: names.flatMap((one, i) =>
          names.slice(i + 1).map((other, j) => [one, other, 0.1 + 0.01 * j] as const),
        ),
      };
      expectSameBits(compile(buildDefinition(sketch)), 3, 17, 1100);
    }
  });

  it("for t copulas of any size, under every method", () => {
    for (const size of [2, 3, 5, 9]) {
      const names = Array.from({ length: size }, (_, index) => `i${index}`);
      const sketch: Sketch = {
        inputs: Object.fromEntries(names.map((id, index) => [id, normal(index, 1)])),
        jointGroups: [
          {
            members: names,
            df: size,
            correlation: names.map((_, i) => names.map((_, j) => (i === j ? 1 : 0.3))),
          },
        ],
      };
      for (const method of SAMPLING_METHODS) {
        expectSameBits(compile(buildDefinition(sketch)), 3, 17, 1100, pointSet(method, 1117));
      }
    }
  });

  it("when kernels take turns, and programs differ in numbers only", () => {
    const programs = [smallProgram(2), smallProgram(3), smallProgram(2)];
    const kernels = programs.map((program) => wasmKernel(program, 5));
    for (const firstDraw of [0, 2048]) {
      programs.forEach((program, index) => {
        const expected = createInterpreter(program, 5).run(firstDraw, 2048);
        expect(kernels[index]?.run(firstDraw, 2048)).toStrictEqual(expected);
      });
    }
  });
});

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -2.5,
  3,
  1e-310,
  1e308,
  -1e308,
  1e200,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

/** Three inputs that take all special values, and every operation on them. */
function specialProgram(): Program {
  const operations = [...Object.keys(PAIR_OPERATIONS), "exp", "log", "power"] as Operation[];
  const size = SPECIAL.length;
  const instructions: Instruction[] = [];
  let next = 2 * size + 3;
  const emit = (operation: Operation, a: number, b: number, c: number): number => {
    instructions.push({ operation, target: next, a, b, c });
    return next++;
  };
  const inputs = ["x", "y", "z"].map((stream, index) => ({
    dimension: index,
    stream,
    distribution: { kind: "empirical", values: SPECIAL.map((_, k) => k) } as const,
    register: 2 * size + index,
  }));
  // Constant k is special value k, and constant size + k is k.
  const [x = 0, y = 0, z = 0] = inputs.map(({ register }) =>
    SPECIAL.reduce((rest, _, k) => {
      const test = emit("equal", register, size + k, register);
      return emit("select", k, rest, test);
    }, 0),
  );
  for (const operation of operations) emit(operation, x, y, z);
  // Operands that are constants, or the same.
  SPECIAL.forEach((_, k) => {
    for (const operation of operations) {
      emit(operation, x, k, k);
      emit(operation, k, y, x);
    }
  });
  for (const operation of operations) emit(operation, x, x, x);
  return {
    registerCount: next,
    constants: [...SPECIAL, ...SPECIAL.keys()].map((value, register) => ({ register, value })),
    inputs,
    copulas: [],
    instructions,
    columns: instructions.map(({ target }) => ({ name: String(target), register: target })),
    targets: [],
    targetSets: [],
  };
}

it("gives the interpreter's bits for every operation on any special values", {
  timeout: 30_000,
}, () => {
  expectSameBits(specialProgram(), 1, 0, 20_000);
});
