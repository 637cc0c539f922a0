import type { Estimate } from "../model/estimate.ts";
import { predictiveScale } from "./normal-regression.ts";

/** A Student t distribution with the estimate's degrees of freedom. */
export interface EstimatePrediction {
  readonly location: number;
  readonly scale: number;
}

/**
 * What an estimate foretells of a new value where the predictors are `x`, in the order of its points' `x`: residual
 * and uncertain coefficients together.
 */
export function estimatePrediction(
  { coefficients, correlation, residualSd }: Estimate,
  x: readonly number[],
): EstimatePrediction {
  const row = coefficients.length > x.length ? [1, ...x] : x;
  const relative = coefficients.map(({ standardError }) => standardError / residualSd);
  const covariance = correlation.map((line, i) =>
    line.map((value, j) => value * (relative[i] ?? 0) * (relative[j] ?? 0)),
  );
  return {
    location: coefficients.reduce((sum, { mean }, i) => sum + mean * (row[i] ?? 0), 0),
    scale: predictiveScale({ residualSd, covariance }, row),
  };
}
