import type { Source } from "./definition.ts";

/** A posterior of a coefficient: Student's t about `mean` with scale `standardError` and the estimate's `df`. */
export interface EstimateCoefficient {
  /** `mean`, `intercept`, or the name that the file gives a predictor's coefficient. */
  readonly id: string;
  readonly mean: number;
  readonly standardError: number;
  /** What was believed before the data, where the file says so. */
  readonly prior?: { readonly mean: number; readonly sd: number };
  /** The series it multiplies, as written, e.g. `gdp_growth[t-1]`. */
  readonly predictor?: string;
}

/** A year of the sample. */
export interface EstimatePoint {
  readonly year: number;
  readonly y: number;
  /** Values of the predictors, in the order of their coefficients; none for a mean or an error. */
  readonly x: readonly number[];
  /** What the posterior means give for this year. */
  readonly fitted: number;
}

/** What was estimated from series: closed-form posteriors of a normal regression, as known at the definition's date. */
export interface Estimate {
  readonly id: string;
  readonly kind: "mean" | "error" | "regression";
  /** Id of the series explained. */
  readonly of: string;
  /** For an error: the series promised, or `trend`, the mean of earlier years. */
  readonly against?: string;
  /** The years of the sample are those of `points`. */
  readonly points: readonly EstimatePoint[];
  readonly df: number;
  readonly coefficients: readonly EstimateCoefficient[];
  /** Correlations of the coefficients, by rows. */
  readonly correlation: readonly (readonly number[])[];
  /** Scale of a residual's t distribution, in the unit of `of`. */
  readonly residualSd: number;
  /** Scale of the t distribution of the next value: residual and mean; none for a regression. */
  readonly nextSd?: number;
  /** The guess of the residual sd and its weight in years. */
  readonly priorResidual?: { readonly sd: number; readonly weight: number };
  /** Where the priors come from. */
  readonly priorSource?: Source;
  /** Share of the variance of `y` that `fitted` explains; regressions only. */
  readonly rSquared?: number;
  readonly source: Source;
}

/** The part of an estimate that an input or parameter takes: a coefficient, `next` or `residual`. */
export interface EstimateUse {
  readonly estimate: string;
  readonly part: string;
}
