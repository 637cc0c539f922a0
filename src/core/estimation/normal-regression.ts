import { leastSquares } from "./least-squares.ts";

/** What is believed before the data are seen. */
export interface RegressionPrior {
  /** For each coefficient a mean and a sd > 0, or undefined: any value is equally likely. */
  readonly coefficients: readonly ({ readonly mean: number; readonly sd: number } | undefined)[];
  /** A guess of the residual sd, worth `weight` > 0 observations; without it, any order of size is equally likely. */
  readonly residual?: { readonly sd: number; readonly weight: number };
}

/** A posterior in closed form: Student's t with `df` degrees of freedom throughout. */
export interface RegressionPosterior {
  readonly df: number;
  /** Posterior means of the coefficients, and scales of their t distributions: standard errors. */
  readonly means: readonly number[];
  readonly standardErrors: readonly number[];
  /** Correlations of the coefficients, by rows. */
  readonly correlation: readonly (readonly number[])[];
  /** Scale of the t distribution of a residual: s where there is no prior. */
  readonly residualSd: number;
  /** Covariance of the coefficients in units of the residual variance, by rows. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * The posterior of a linear regression with normal residuals under a normal-inverse-gamma prior, where
 * a coefficient's prior sd is what it is at the guessed residual sd (so its marginal prior is a t distribution
 * with `weight` degrees of freedom and that scale). A coefficient's prior enters as one more observation.
 * Without any prior it is ordinary least squares with its t distributions.
 *
 * Undefined where columns are collinear or there are no degrees of freedom: df = n + weight − coefficients
 * without a prior. A prior of coefficients needs one of the residual.
 * Source: Gelman et al., Bayesian Data Analysis, 3rd edition, sections 14.2 and 14.8.
 * @param columns of predictors, a column of ones for an intercept
 */
export function normalRegression(
  columns: readonly (readonly number[])[],
  y: readonly number[],
  prior: RegressionPrior,
): RegressionPosterior | undefined {
  const { sd = 0, weight = 0 } = prior.residual ?? {};
  const known = prior.coefficients.flatMap((belief, j) =>
    belief === undefined ? [] : [{ ...belief, j }],
  );
  const rows = known.map((belief) => ({ ...belief, factor: sd / belief.sd }));
  const solution = leastSquares(
    columns.map((column, j) => [...column, ...rows.map((row) => (row.j === j ? row.factor : 0))]),
    [...y, ...rows.map(({ factor, mean }) => factor * mean)],
  );
  const df = y.length + weight - (columns.length - known.length);
  if (solution === undefined || !(df > 0)) return undefined;
  const { coefficients, squares, inverse } = solution;
  const variance = (weight * sd * sd + squares) / df;
  const spread = inverse.map((row, j) => Math.sqrt(row[j] ?? Number.NaN));
  return {
    df,
    means: coefficients,
    standardErrors: spread.map((factor) => Math.sqrt(variance) * factor),
    correlation: inverse.map((row, i) =>
      row.map((value, j) => (i === j ? 1 : value / ((spread[i] ?? 0) * (spread[j] ?? 0)))),
    ),
    residualSd: Math.sqrt(variance),
    covariance: inverse,
  };
}

/** Scale of the t distribution of a new value at a row of predictors: that of the residual and the coefficients. */
export function predictiveScale(
  { residualSd, covariance }: Pick<RegressionPosterior, "residualSd" | "covariance">,
  row: readonly number[],
): number {
  const leverage = covariance.reduce(
    (sum, line, i) =>
      sum + line.reduce((part, value, j) => part + value * (row[i] ?? 0) * (row[j] ?? 0), 0),
    0,
  );
  return residualSd * Math.sqrt(1 + leverage);
}
