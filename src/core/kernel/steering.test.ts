import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryDistribution, arbitrarySketch } from "../../../test/support/arbitrary-sketch.ts";
import { buildDefinition, normal } from "../../../test/support/build-definition.ts";
import { smallProgram } from "../../../test/support/small-program.ts";
import { compile } from "../model/compile.ts";
import type { Program } from "../model/program.ts";
import { moveProgram } from "../model/program-moves.ts";
import { PLAIN_POINTS, pointSet, SAMPLING_METHODS } from "../sampling/sampling-method.ts";
import { BACKENDS } from "./backend.ts";
import { createKernel } from "./create-kernel.ts";
import { createSteering } from "./steering.ts";

/** Inputs that vary: those that a slider can move. */
const varying = ({ inputs }: Program): readonly number[] =>
  [...inputs.keys()].filter((index) => inputs[index]?.distribution.kind !== "constant");

describe.each(BACKENDS)("a steered kernel, %s", (backend) => {
  it("gives the bits of a whole one, whatever moves, and however often", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        arbitrarySketch,
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        fc.array(fc.array(arbitraryDistribution, { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom([0, 2048] as const, [1024, 1500] as const, [8192, 2048] as const),
        fc.constantFrom(...SAMPLING_METHODS),
        (sketch, seed, picks, positions, [firstDraw, draws], method) => {
          const program = compile(buildDefinition(sketch));
          const candidates = varying(program);
          fc.pre(candidates.length > 0);
          const moved = new Set(picks.map((pick) => candidates[pick % candidates.length] ?? 0));
          const points = pointSet(method, 10_240);
          const steering = createSteering(program, moved, seed, backend, points);
          for (const position of positions) {
            const moves = [...moved].flatMap((index, place) => {
              const distribution = position[place];
              const stays = distribution === undefined || distribution.kind === "constant";
              return stays ? [] : [[index, distribution] as const];
            });
            const like = moveProgram(program, moves);
            const found = steering.kernelOf(like)?.run(firstDraw, draws);
            const expected = createKernel(like, seed, backend, points).run(firstDraw, draws);
            expect(isDeepStrictEqual(found, expected)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses programs that differ in more", () => {
    const program = smallProgram();
    const [one = 0, other = 0] = varying(program);
    const steering = createSteering(program, new Set([one]), 1, backend, PLAIN_POINTS);
    expect(steering.kernelOf(program)).toBeDefined();
    expect(steering.kernelOf(moveProgram(program, [[other, normal(0, 1)]]))).toBeUndefined();
    expect(steering.kernelOf(smallProgram())).toBeUndefined();
  });

  it("refuses draws that it does not keep", () => {
    const program = smallProgram();
    const steering = createSteering(program, new Set([0]), 1, backend, PLAIN_POINTS);
    expect(() => steering.kernelOf(program)?.run(512, 100)).toThrow("not steered");
    expect(() => steering.kernelOf(program)?.run(10_240, 1)).toThrow("not steered");
  });
});
