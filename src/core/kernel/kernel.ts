import type { Program, Register } from "../model/program.ts";
import type { Tally } from "../results/tally.ts";

/** Draws that are computed at a time: columns of a block stay in the processor's caches. */
export const BLOCK_DRAWS = 1024;

/** Draws from the first on that steered kernels compute; what does not move is kept for them. */
export const STEERED_DRAWS = 10 * BLOCK_DRAWS;

/** Columns of a program's given registers, in their order, for the block that starts at a draw. */
export type GivenColumns = (firstDraw: number) => readonly Float64Array[];

/** The given columns of a program that has none. */
export const NONE_GIVEN: GivenColumns = () => [];

/** The registers of a program that are there before its first instruction, each once. */
export function registersAtStart({ constants, inputs, part }: Program): readonly Register[] {
  const all = [...constants, ...inputs, ...(part?.given ?? [])];
  return [...new Set(all.map(({ register }) => register))];
}

/** A program with a seed, ready to compute any range of draws. Draws depend on program, seed and index only. */
export interface Kernel {
  /** Compute draws [firstDraw, firstDraw + draws) and keep what the results need; `draws` ≥ 1. */
  run(firstDraw: number, draws: number): Tally;
  /** Compute the same draws and return the values of some registers, one column each. */
  columns(firstDraw: number, draws: number, registers: readonly Register[]): Float64Array[];
}
