import type { Backend } from "../../../src/core/kernel/backend.ts";

/** What the page of the benchmark can measure; times are milliseconds. */
export interface PageBench {
  /** Simulate on a pool that stays, with all statistics. */
  run(model: PageModel, backend: Backend, workers: number, draws: number): Promise<PageRun>;
  /** Move inputs of a model one after the other. */
  slide(
    model: PageModel,
    backend: Backend,
    workers: number,
    plan: SliderPlan,
  ): Promise<SliderMoves>;
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

export interface SliderPlan {
  /** Number of inputs, spread evenly over those of the model. */
  readonly inputs: number;
  /** Moves of each. */
  readonly moves: number;
  /** How many of these do not count. */
  readonly warmUp: number;
}

/** Times from the change of an input, for each move. */
export interface SliderMoves {
  /** Until odds from 10 240 draws, when another input was moved before. */
  readonly firstMoves: readonly number[];
  /** The same, when the same input was moved before. */
  readonly toResult: readonly number[];
  /** Until the frame after that was painted. */
  readonly toFrame: readonly number[];
}
