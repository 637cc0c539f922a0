import { movingPart } from "../model/moving-part.ts";
import type { Program } from "../model/program.ts";
import { moveProgram, programMoves } from "../model/program-moves.ts";
import type { PointSet } from "../sampling/sampling-method.ts";
import type { Backend } from "./backend.ts";
import { createKernel } from "./create-kernel.ts";
import { BLOCK_DRAWS, type Kernel, STEERED_DRAWS } from "./kernel.ts";
import { requireRange } from "./require-range.ts";
import { instructionsOf, segmentsOf } from "./wasm/segments.ts";
import { wholeRegisters } from "./whole-registers.ts";

/** Computes the first draws of programs that differ in the distributions of a few inputs. */
export interface Steering {
  /**
   * Runs a program within the first `STEERED_DRAWS`, from a multiple of `BLOCK_DRAWS` on; `undefined` where it
   * differs from the others in more than these inputs.
   */
  kernelOf(program: Program): Pick<Kernel, "run"> | undefined;
}

/**
 * Prepare to run programs like this one, of which the inputs at some indices move: what they have no influence on
 * is computed once, on the first run. Results are those of `createKernel`, to the last bit.
 */
export function createSteering(
  program: Program,
  moved: ReadonlySet<number>,
  seed: number,
  backend: Backend | undefined,
  points: PointSet,
): Steering {
  const groups = segmentsOf(program).map(instructionsOf);
  const part = movingPart(program, moved, groups, wholeRegisters(program));
  const placeOf = new Map(part.inputs.map((index, place) => [index, place]));
  const given = keepBlocks(part.program, createKernel(program, seed, backend, points));
  return {
    kernelOf(like) {
      const moves = programMoves(program, like);
      if (moves === undefined || moves.some(([index]) => !moved.has(index))) return undefined;
      const ownMoves = moves.map(([index, to]) => [placeOf.get(index) ?? 0, to] as const);
      const kernel = createKernel(
        moveProgram(part.program, ownMoves),
        seed,
        backend,
        points,
        given.block,
      );
      return {
        run(firstDraw, draws) {
          requireRange(firstDraw, draws);
          if (firstDraw % BLOCK_DRAWS !== 0 || firstDraw + draws > STEERED_DRAWS) {
            throw new RangeError(`Draws ${firstDraw} to ${firstDraw + draws} are not steered.`);
          }
          // The first block gives the bins of all columns.
          given.prepare(0, BLOCK_DRAWS);
          given.prepare(firstDraw, draws);
          return kernel.run(firstDraw, draws);
        },
      };
    },
  };
}

/** The given columns of a part, by block, as a kernel of the whole computes them. */
function keepBlocks({ part }: Program, kernel: Kernel) {
  const registers = (part?.given ?? []).map(({ register }) => register);
  const blocks = new Map<number, readonly Float64Array[]>();
  return {
    /** Compute the blocks of a range, but for those at its ends that are there. */
    prepare(firstDraw: number, draws: number): void {
      let start = firstDraw;
      let end = firstDraw + Math.ceil(draws / BLOCK_DRAWS) * BLOCK_DRAWS;
      while (start < end && blocks.has(start)) start += BLOCK_DRAWS;
      while (start < end && blocks.has(end - BLOCK_DRAWS)) end -= BLOCK_DRAWS;
      if (start === end) return;
      const columns = kernel.columns(start, end - start, registers);
      for (let at = 0; start + at < end; at += BLOCK_DRAWS) {
        const block = columns.map((column) => column.subarray(at, at + BLOCK_DRAWS));
        blocks.set(start + at, block);
      }
    },
    block(firstDraw: number): readonly Float64Array[] {
      const block = blocks.get(firstDraw);
      if (block === undefined) throw new RangeError(`Draw ${firstDraw} has not been prepared.`);
      return block;
    },
  };
}
