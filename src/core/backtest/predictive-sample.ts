import type { Distribution } from "../model/distribution.ts";
import type { ColumnTally } from "../results/tally.ts";
import { tallyQuantile } from "../results/tally-quantile.ts";
import { quantile } from "../sampling/quantile.ts";

/**
 * A predictive distribution as equally likely values, ascending: what scores and intervals are computed from, so
 * that a simulation and a closed-form rival are treated alike.
 */
export type PredictiveSample = Float64Array;

/** Values of a predictive sample. Thinning this finely moves a CRPS by less than a thousandth of the spread. */
export const SAMPLE_SIZE = 1000;

const sampleOf = (quantileAt: (p: number) => number): PredictiveSample =>
  Float64Array.from({ length: SAMPLE_SIZE }, (_, i) => quantileAt((i + 0.5) / SAMPLE_SIZE));

/** A distribution as its quantiles at (i − ½)/1000. */
export function distributionSample(distribution: Distribution): PredictiveSample {
  return sampleOf((p) => quantile(distribution, p));
}

/** The finite draws of a column as their quantiles at (i − ½)/1000; undefined where there are none. */
export function columnSample(column: ColumnTally): PredictiveSample | undefined {
  return column.count === 0 ? undefined : sampleOf((p) => tallyQuantile(column, p));
}
