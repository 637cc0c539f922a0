import type { SamplingMethod } from "../sampling/sampling-method.ts";
import type { Moments } from "./merge-moments.ts";
import type { Histogram } from "./tally.ts";

/** A value read off one of a program's columns, with a normal measurement error. */
export interface Observation {
  /** Index into `Program.columns`. */
  readonly column: number;
  readonly value: number;
  /** Standard deviation of the measurement error, > 0. */
  readonly sd: number;
}

/** How often something happened in the draws as they are, and by weight. */
export interface WeightedEvent {
  /** Number of draws, by replicate. */
  readonly hits: Float64Array;
  /** Sum of their weights, by replicate. */
  readonly weights: Float64Array;
  /** Sum of the squares of their weights. */
  readonly squares: number;
}

/** What is kept of a column, of the draws as they are and by weight. Slots are those of `Histogram.counts`. */
export interface WeightedColumn extends Omit<Histogram, "counts"> {
  readonly min: number;
  readonly max: number;
  readonly plain: Moments;
  /** `count` is the sum of weights. */
  readonly weighted: Moments;
  readonly counts: Float64Array;
  /** Sums of weights. */
  readonly weights: Float64Array;
}

/**
 * The outcome of a contiguous range of draws that were weighted by the likelihood of some observations. Its
 * size does not depend on the number of draws. Tallies of adjacent ranges merge in order of draws.
 */
export interface WeightedTally {
  readonly method: SamplingMethod;
  readonly firstDraw: number;
  readonly draws: number;
  /** The largest log-likelihood of a draw, up to a constant; weights are relative to it. −∞ where none has one. */
  readonly peak: number;
  /** All draws. */
  readonly total: WeightedEvent;
  /** Targets in the order of the program, then the sets that were asked for. */
  readonly events: readonly WeightedEvent[];
  /** Draws with exactly k targets hit, k = 0..targets, and their weights. */
  readonly hitCounts: Float64Array;
  readonly hitWeights: Float64Array;
  /** In the order of the program's columns. */
  readonly columns: readonly WeightedColumn[];
}
