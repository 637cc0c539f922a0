import type { Register } from "../model/program.ts";
import type { Tally } from "../results/tally.ts";

/** Draws that are computed at a time: columns of a block stay in the processor's caches. */
export const BLOCK_DRAWS = 1024;

/** A program with a seed, ready to compute any range of draws. Draws depend on program, seed and index only. */
export interface Kernel {
  /** Compute draws [firstDraw, firstDraw + draws) and keep what the results need; `draws` ≥ 1. */
  run(firstDraw: number, draws: number): Tally;
  /** Compute the same draws and return the values of some registers, one column each. */
  columns(firstDraw: number, draws: number, registers: readonly Register[]): Float64Array[];
}
