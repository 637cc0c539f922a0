import type { TargetSet } from "../model/program.ts";

/** An estimated probability with its Monte Carlo error. */
export interface ProbabilityEstimate {
  readonly probability: number;
  readonly standardError: number;
  /** Interval at 95 %, within [0, 1]: Wilson's, of independent draws or of replicates. */
  readonly interval95: readonly [number, number];
}

/** How often a target hits. */
export interface TargetSummary extends ProbabilityEstimate {
  readonly id: string;
  readonly undefinedDraws: number;
  readonly stretch?: ProbabilityEstimate;
}

/** A quantity's statistics in its unit, over the draws in which it is defined; p5 is the 5 % quantile. */
export interface ColumnSummary {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
  readonly p5: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly undefinedDraws: number;
}

/** How often all targets of a set hit together. */
export interface JointSummary extends ProbabilityEstimate {
  readonly set: TargetSet;
}

/** How often a block of simultaneous equations was solved in a period. */
export interface BlockSummary {
  readonly id: string;
  readonly period: number;
  /** Draws without a solution. */
  readonly unsolvedDraws: number;
}

/** The statistics of a run, in the order of the program's targets and columns. */
export interface Summary {
  readonly draws: number;
  readonly targets: readonly TargetSummary[];
  readonly joint: readonly JointSummary[];
  /** Probability of exactly k hits, k = 0..targets. */
  readonly hitCount: readonly number[];
  readonly columns: readonly ColumnSummary[];
  /** Blocks in the order of the definition, by period. */
  readonly blocks: readonly BlockSummary[];
}
