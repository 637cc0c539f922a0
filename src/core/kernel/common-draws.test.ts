import { describe, expect, it } from "vitest";
import { buildDefinition, normal, type Sketch } from "../../../test/support/build-definition.ts";
import { compile } from "../model/compile.ts";
import { pointSet, SAMPLING_METHODS } from "../sampling/sampling-method.ts";
import { createInterpreter } from "./interpreter.ts";

const DRAWS = 4096;

describe.each(SAMPLING_METHODS)("draws under a change of copula, %s", (method) => {
  const sketch: Sketch = {
    inputs: Object.fromEntries(["a", "b", "c", "d", "e"].map((id) => [id, normal(0, 1)])),
    correlations: [
      ["a", "b", 0.5],
      ["c", "d", 0.3],
    ],
  };
  const drawsOf = (changes: Partial<Sketch>): ReadonlyMap<string, Float64Array> => {
    const program = compile(buildDefinition({ ...sketch, ...changes }));
    const registers = program.inputs.map(({ register }) => register);
    const kernel = createInterpreter(program, 4, pointSet(method, DRAWS));
    const columns = kernel.columns(0, DRAWS, registers);
    return new Map(
      program.inputs.map(({ stream }, i) => [stream, columns[i] ?? new Float64Array(0)]),
    );
  };
  const plain = drawsOf({});
  const joined = drawsOf({ copulas: [[4, "a"]] });

  it("stay for all inputs outside its group", () => {
    for (const stream of ["c@2021", "d@2021", "e@2021"]) {
      expect(joined.get(stream)).toEqual(plain.get(stream));
    }
    expect(joined.get("a@2021")).not.toEqual(plain.get("a@2021"));
  });

  it("stay for the group where other inputs change", () => {
    const changed = drawsOf({
      copulas: [[4, "a"]],
      correlations: [
        ["a", "b", 0.5],
        ["c", "d", 0.1],
      ],
      inputs: { ...sketch.inputs, c: normal(5, 2), e: { kind: "constant", value: 1 } },
    });
    for (const stream of ["a@2021", "b@2021"]) {
      expect(changed.get(stream)).toEqual(joined.get(stream));
    }
  });

  it("keep the sign of each member's score, so that scenarios stay paired", () => {
    const [before, after] = [plain.get("a@2021"), joined.get("a@2021")];
    const signs = before?.map((value, i) => Math.sign(value) * Math.sign(after?.[i] ?? 0));
    expect(signs?.every((sign) => sign >= 0)).toBe(true);
  });
});
