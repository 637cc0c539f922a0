import type { InputSensitivity, Sensitivity, TargetDriver } from "./sensitivity.ts";

/** An input as a driver of one target. */
export type Driver = TargetDriver & {
  /** Index into `Program.inputs`. */
  readonly input: number;
  readonly ends: Pick<InputSensitivity, "low" | "high">;
};

/**
 * The inputs that a target (index) can depend on, those first that move its probability most: by the size
 * of the change from the input's low to its high fifth, equal ones in the order of the inputs.
 */
export function rankDrivers({ inputs }: Sensitivity, target: number): readonly Driver[] {
  const size = ({ change }: TargetDriver): number => Math.abs(change.value);
  return inputs
    .flatMap(({ input, low, high, targets }) => {
      const found = targets.find((each) => each.target === target);
      return found === undefined ? [] : [{ ...found, input, ends: { low, high } }];
    })
    .sort((a, b) => size(b) - size(a));
}

/** Standard errors from which on a change counts as more than sampling error, among many inputs. */
const CLEAR = 3;

/** Whether an input moves a target's probability by more than sampling error explains. */
export function isClear({ change }: TargetDriver): boolean {
  return Math.abs(change.value) > CLEAR * change.standardError;
}
