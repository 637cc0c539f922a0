import type { Estimate, EstimatePoint } from "../model/estimate.ts";
import { normalRegression, predictiveScale, type RegressionPrior } from "./normal-regression.ts";
import type { Sample } from "./sample.ts";

/** A coefficient to estimate. */
export interface Term {
  readonly id: string;
  /** As written; none for a mean or an intercept. */
  readonly predictor?: string;
  readonly prior?: { readonly mean: number; readonly sd: number };
}

/** What an estimate is made of, besides its sample. */
export interface EstimateSketch
  extends Pick<Estimate, "id" | "kind" | "of" | "against" | "source" | "priorSource"> {
  /** One for each coefficient: a mean or an intercept first, then those of the sample's columns. */
  readonly terms: readonly Term[];
  readonly residual?: RegressionPrior["residual"];
}

/** The least degrees of freedom with which an estimate has a variance. */
export const LEAST_DF = 3;

function explainedShare(points: readonly EstimatePoint[]): number {
  const mean = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const squares = (of: (point: EstimatePoint) => number): number =>
    points.map(of).reduce((sum, value) => sum + value * value, 0);
  return 1 - squares(({ y, fitted }) => y - fitted) / squares(({ y }) => y - mean);
}

/** Why there is no estimate. */
export type EstimateFailure =
  | { readonly kind: "too-few"; readonly years: number; readonly df: number }
  /** A predictor is constant, or a combination of others. */
  | { readonly kind: "collinear" };

/** The posterior of what a sketch describes, from a sample. */
export function estimateSample(
  { terms, residual, ...sketch }: EstimateSketch,
  sample: Sample,
): Estimate | EstimateFailure {
  const ones = sample.y.map(() => 1);
  const columns = terms.length > sample.columns.length ? [ones, ...sample.columns] : sample.columns;
  const flat = terms.filter(({ prior }) => prior === undefined).length;
  const df = sample.y.length + (residual?.weight ?? 0) - flat;
  if (df < LEAST_DF) return { kind: "too-few", years: sample.y.length, df };
  const prior = {
    coefficients: terms.map((term) => term.prior),
    ...(residual === undefined ? {} : { residual }),
  };
  const posterior = normalRegression(columns, sample.y, prior);
  if (posterior === undefined) return { kind: "collinear" };
  const points = sample.years.map((year, i): EstimatePoint => {
    const row = columns.map((column) => column[i] ?? Number.NaN);
    const fitted = row.reduce((sum, value, j) => sum + value * (posterior.means[j] ?? 0), 0);
    const x = sample.columns.map((column) => column[i] ?? Number.NaN);
    return { year, y: sample.y[i] ?? Number.NaN, x, fitted };
  });
  return {
    ...sketch,
    points,
    df: posterior.df,
    coefficients: terms.map((term, j) => ({
      ...term,
      mean: posterior.means[j] ?? Number.NaN,
      standardError: posterior.standardErrors[j] ?? Number.NaN,
    })),
    correlation: posterior.correlation,
    residualSd: posterior.residualSd,
    ...(sketch.kind === "regression"
      ? { rSquared: explainedShare(points) }
      : { nextSd: predictiveScale(posterior, [1]) }),
    ...(residual === undefined ? {} : { priorResidual: residual }),
  };
}
