import type { Program } from "../model/program.ts";
import { gather } from "./column-sums.ts";
import { inputPaths } from "./input-paths.ts";
import { type RankedPart, rankedParts } from "./ranked-parts.ts";
import type { DriverPath, Estimate } from "./sensitivity.ts";

/** What an input tells about a quantity: its mean where the input is in its low and in its high fifth. */
export interface QuantityDriver {
  /** Index into `Program.inputs`. */
  readonly input: number;
  readonly path: DriverPath;
  readonly low: RankedPart;
  readonly high: RankedPart;
  /** Mean at the high end − mean at the low end. */
  readonly change: Estimate;
}

/** What drives a quantity. */
export interface QuantityDrivers {
  readonly draws: number;
  readonly mean: number;
  /** Those that move it most first; inputs that do not vary or cannot have to do with it are left out. */
  readonly drivers: readonly QuantityDriver[];
}

/**
 * Rank the inputs of a program by how much they move a quantity. Draws in which it has no value are left out.
 *
 * @param program with one target, on the quantity
 * @param inputs a column for each of the program's inputs
 * @param values the quantity in the same draws
 */
export function quantityDrivers(
  program: Program,
  inputs: readonly Float64Array[],
  values: Float64Array,
): QuantityDrivers {
  const finite = Uint32Array.from(
    [...values.keys()].filter((draw) => Number.isFinite(values[draw])),
  );
  const outcome = gather(values, finite);
  const pathOf = inputPaths(program);
  const drivers = inputs.flatMap((column, input): QuantityDriver[] => {
    const path = pathOf(input, 0);
    const parts =
      path === undefined ? [] : rankedParts(gather(column, finite), outcome, [0.2, 0.8]);
    const [low, high] = [parts[0], parts.at(-1)];
    if (path === undefined || low === undefined || high === undefined || low === high) return [];
    return [{ input, path, low, high, change: changeBetween(low, high, finite.length) }];
  });
  return {
    draws: finite.length,
    mean: outcome.reduce((sum, value) => sum + value, 0) / finite.length,
    drivers: drivers.sort((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value)),
  };
}

/**
 * The difference of the means of the lowest and the highest part of n draws. Their bounds are quantiles of the same
 * draws and move together: by the influence functions of `rankedParts`, the covariance of the means is −s·t/n, with
 * s and t the slopes at the low part's upper bound and at the high part's lower one.
 */
function changeBetween(low: RankedPart, high: RankedPart, n: number): Estimate {
  const together = (2 * low.slopes[1] * high.slopes[0]) / n;
  const [a, b] = [low.standardError, high.standardError];
  const variance = a * a + b * b + together;
  return { value: high.mean - low.mean, standardError: Math.sqrt(Math.max(0, variance)) };
}

/** Standard errors from which on a change counts as more than sampling error, among many inputs. */
const CLEAR = 3;

/** Whether an input moves a quantity by more than sampling error explains. */
export function movesQuantity({ change }: QuantityDriver): boolean {
  return Math.abs(change.value) > CLEAR * change.standardError;
}
