import type { Backend } from "../../../src/core/kernel/backend.ts";

/** What the page of the benchmark can measure; times are milliseconds. */
export interface PageBench {
  /** Simulate on a pool that stays, with all statistics. */
  run(model: PageModel, backend: Backend, workers: number, draws: number): Promise<PageRun>;
  /** Move an input `moves` times. */
  slide(model: PageModel, backend: Backend, workers: number, moves: number): Promise<SliderMoves>;
}

/** A plan file and its history table, as texts. */
export interface PageModel {
  readonly text: string;
  readonly history?: string | undefined;
}

export interface PageRun {
  readonly ms: number;
  readonly probabilities: readonly number[];
  readonly joint: number;
}

/** Times from the change of an input, for each move. */
export interface SliderMoves {
  /** Until the first odds, of 2 048 draws. */
  readonly toFirstLook: readonly number[];
  /** Until those of 10 240 draws. */
  readonly toResult: readonly number[];
  /** Until the frame after that was painted. */
  readonly toFrame: readonly number[];
}
