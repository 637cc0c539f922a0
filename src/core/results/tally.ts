import type { SamplingMethod } from "../sampling/sampling-method.ts";

/**
 * Counts of a column's values in equal bins of [origin, origin + width · bins).
 * `counts[0]` is below, `counts[bins + 1]` above the range.
 */
export interface Histogram {
  /** Whether the column holds whole numbers only; `width` is then odd and bins are centred on whole numbers. */
  readonly whole: boolean;
  readonly origin: number;
  readonly width: number;
  /** Length bins + 2; a run has fewer than 2^32 draws. */
  readonly counts: Uint32Array;
}

/** What is kept of a column: all mergeable, in order of draws. */
export interface ColumnTally {
  /** Number of finite values. */
  readonly count: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly m2: number;
  readonly min: number;
  readonly max: number;
  readonly histogram: Histogram;
}

/** What is kept of a target. */
export interface TargetTally {
  /** One bit per retained draw, bit k of word w for draw 32 w + k counted from the tally's first draw. */
  readonly hits: Uint32Array;
  /** Hits in all draws by replicate: that of draw d is d mod 16. */
  readonly hitsByReplicate: Float64Array;
  /** The same of the second tier. */
  readonly stretchHits?: Uint32Array;
  readonly stretchByReplicate?: Float64Array;
  readonly undefinedDraws: number;
}

/**
 * The outcome of a contiguous range of draws. Tallies of adjacent ranges merge associatively up to
 * rounding; runners merge chunks of fixed size in order of draws, so that results agree to the last bit.
 */
export interface Tally {
  /** How the draws were made; what their standard errors follow from. */
  readonly method: SamplingMethod;
  readonly firstDraw: number;
  readonly draws: number;
  /** Of how many draws, the first ones, it is known one by one which targets hit. */
  readonly retained: number;
  readonly columns: readonly ColumnTally[];
  readonly targets: readonly TargetTally[];
  /** By set of the program's: draws in which all of its targets hit, by replicate. */
  readonly setHits: readonly Float64Array[];
  /** Number of draws with exactly k targets hit, k = 0..targets. */
  readonly hitCounts: Float64Array;
}
