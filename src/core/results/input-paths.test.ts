import { expect, it } from "vitest";
import type { Instruction, Program } from "../model/program.ts";
import { inputPaths } from "./input-paths.ts";

const add = (target: number, a: number, b: number): Instruction => ({
  operation: "add",
  target,
  a,
  b,
  c: a,
});

/** Inputs a, b, c, d in registers 0 to 3, a and b in one copula; hits a + c and c. */
const program: Program = {
  registerCount: 6,
  constants: [],
  inputs: ["a", "b", "c", "d"].map((stream, register) => ({
    stream,
    dimension: register,
    register,
    distribution: { kind: "normal", mean: 0, sd: 1 },
  })),
  copulas: [{ members: [0, 1], factor: Float64Array.of(1, 0, 0.6, 0.8) }],
  instructions: [add(4, 0, 2), add(5, 2, 2)],
  columns: [],
  targets: [4, 5].map((hit) => ({ id: `t${hit}`, hit, value: 0, hitSide: "above", strict: false })),
  targetSets: [],
};

it("tells equations, correlations and independence apart", () => {
  const pathOf = inputPaths(program);
  const paths = [0, 1, 2, 3].map((input) => [pathOf(input, 0), pathOf(input, 1)]);
  expect(paths).toEqual([
    ["equations", undefined],
    ["correlation", undefined],
    ["equations", "equations"],
    [undefined, undefined],
  ]);
});

it("knows no path to a target that is not there", () => {
  expect(inputPaths(program)(0, 2)).toBeUndefined();
});
