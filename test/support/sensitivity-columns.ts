import { inputSensitivity } from "../../src/core/results/input-sensitivity.ts";
import type { InputSensitivity, TargetDriver } from "../../src/core/results/sensitivity.ts";
import { targetSample } from "../../src/core/results/sensitivity-sample.ts";

/** A target as plain columns: its quantity, and whether it is hit (1, 0 or NaN). */
export interface TargetColumns {
  readonly values: Float64Array;
  readonly hit: Float64Array;
}

/** What one input column tells about some targets, straight from columns. */
export function columnSensitivity(
  input: Float64Array,
  targets: readonly TargetColumns[],
): InputSensitivity | undefined {
  const sample = {
    draws: input.length,
    inputs: [input],
    targets: targets.map(({ values, hit }) => targetSample(values, hit)),
    pathOf: () => "equations" as const,
  };
  return inputSensitivity(sample, 0);
}

/** The same for one target that is hit where its value is at least a threshold. */
export function columnDriver(
  input: Float64Array,
  values: Float64Array,
  threshold = 0,
): TargetDriver {
  const hit = values.map((value) => (value >= threshold ? 1 : 0));
  const driver = columnSensitivity(input, [{ values, hit }])?.targets[0];
  if (driver === undefined) throw new Error("The input is constant.");
  return driver;
}
