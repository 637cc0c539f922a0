import type { ColumnTally } from "./tally.ts";
import { tallyCdf, tallyQuantile } from "./tally-quantile.ts";

/** A curve of the probability that a quantity reaches a value. */
export interface ExceedanceCurve {
  /** Ascending. */
  readonly values: Float64Array;
  /** Share of the finite draws at or above each value. */
  readonly probabilities: Float64Array;
}

/**
 * The probability of reaching a value, at `points` ≥ 2 values from the 0.1 % to the 99.9 % quantile: evenly
 * spaced, or at whole numbers for columns of whole numbers (each of them, where there are no more than
 * `points`). Empty where the column has no finite values.
 */
export function exceedance(column: ColumnTally, points: number): ExceedanceCurve {
  if (column.count === 0)
    return { values: new Float64Array(0), probabilities: new Float64Array(0) };
  const low = tallyQuantile(column, 0.001);
  const high = tallyQuantile(column, 0.999);
  const { whole } = column.histogram;
  const step = whole
    ? Math.max(1, Math.ceil((high - low + 1) / points))
    : (high - low) / (points - 1);
  const length = step === 0 ? 1 : Math.min(points, Math.floor((high - low) / step + 1.5));
  const values = Float64Array.from({ length }, (_, index) => low + index * step);
  const probabilities = values.map((value) => 1 - tallyCdf(column, whole ? value - 1 : value));
  return { values, probabilities };
}
