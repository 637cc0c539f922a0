import type { ProbabilityEstimate } from "./summary.ts";

/**
 * Draws that sensitivities are computed from, always the first ones of a run. Enough for a standard error
 * of about one percentage point of a probability within a fifth.
 */
export const SENSITIVITY_DRAWS = 16_384;

/** An estimate with its Monte Carlo standard error; both NaN where there is nothing to estimate. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** The draws at one end of an input's range: about a fifth, more or fewer where values are tied. */
export interface InputEnd {
  /** Share of all draws. */
  readonly share: number;
  /** The largest value of the low end, the smallest of the high end; in the input's unit. */
  readonly bound: number;
}

/**
 * How an input reaches a target: through the equations, or only because it is correlated with another
 * input that does.
 */
export type DriverPath = "equations" | "correlation";

/** What an input tells about a target. An association in the model's draws, correlated inputs moving along. */
export interface TargetDriver {
  /** Index into `Program.targets`. */
  readonly target: number;
  readonly path: DriverPath;
  /** Spearman's, with the target's quantity or its margin to a line that varies; NaN where either is constant. */
  readonly rankCorrelation: number;
  /** Probability of hitting where the input is in its low end. */
  readonly low: ProbabilityEstimate;
  readonly high: ProbabilityEstimate;
  /** Probability at the high end − probability at the low end. */
  readonly change: Estimate;
  /**
   * First-order index of the hit: the share of the variance of hit (1) or miss (0) that knowing this input
   * alone explains, Var(E[hit | input]) / Var(hit). With correlated inputs it includes what the input tells
   * about its companions; indices then need not sum to 1.
   */
  readonly hitIndex: Estimate;
  /** The same for the quantity or margin. */
  readonly valueIndex: Estimate;
}

/** What one input tells about every target that it can have to do with. */
export interface InputSensitivity {
  /** Index into `Program.inputs`. */
  readonly input: number;
  readonly low: InputEnd;
  readonly high: InputEnd;
  /** In the order of the program's targets; those that cannot depend on the input are left out. */
  readonly targets: readonly TargetDriver[];
}

/** What drives each target. */
export interface Sensitivity {
  readonly draws: number;
  /** In the order of the program's inputs; those with the same value in every draw are left out. */
  readonly inputs: readonly InputSensitivity[];
}
