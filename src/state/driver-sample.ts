import type { Program } from "../core/model/program.ts";
import { rankDrivers } from "../core/results/rank-drivers.ts";
import { SENSITIVITY_DRAWS, type Sensitivity } from "../core/results/sensitivity.ts";
import { targetColumn } from "../core/results/target-column.ts";
import type { Runner } from "../runner/runner.ts";
import { type AfterSearch, createAfterSearch } from "./after-search.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** A target and one of its drivers. */
export interface DriverPair {
  readonly result: ScenarioResult;
  /** Indices into the program's targets and inputs. */
  readonly target: number;
  readonly input: number;
}

/** Single draws of a target and one of its drivers, in the order of draws. */
export interface DriverSample extends DriverPair {
  readonly inputs: Float64Array;
  /** What the target is judged by (`targetColumn`); NaN where it is undefined. */
  readonly values: Float64Array;
  /** 1 hit, 0 missed, NaN undefined. */
  readonly hits: Float64Array;
}

/** Samples kept, of some hundred kilobytes each. */
const KEPT = 8;

/** The driver of that stream, or the strongest one of the target; undefined where it has none. */
export function driverPair(
  result: ScenarioResult,
  sensitivity: Sensitivity,
  targetId: string,
  stream: string | undefined,
): DriverPair | undefined {
  const target = result.program.targets.findIndex(({ id }) => id === targetId);
  const drivers = rankDrivers(sensitivity, target);
  const found = drivers.find(({ input }) => streamOf(result.program, input) === stream);
  const input = (found ?? drivers[0])?.input;
  return target === -1 || input === undefined ? undefined : { result, target, input };
}

const streamOf = ({ inputs }: Program, input: number): string | undefined => inputs[input]?.stream;

/**
 * Draws a target with one of its drivers: the draws that sensitivities are found from.
 * @param runner asked anew for every search, so that it can be replaced after a failure
 */
export function createDriverSampleSearch(
  runner: () => Runner,
): AfterSearch<DriverSample, DriverPair> {
  return createAfterSearch<DriverSample, DriverPair>({
    keyOf: ({ result, target, input }) => `${result.modelHash}/${result.seed}/${target}/${input}`,
    kept: KEPT,
    search: async (pair, signal, keep) => {
      const { program, seed } = pair.result;
      const target = program.targets[pair.target];
      const input = program.inputs[pair.input];
      const column = target && program.columns[targetColumn(target)];
      if (target === undefined || input === undefined || column === undefined) {
        throw new RangeError("The program has no such target or input.");
      }
      const registers = [input.register, column.register, target.hit];
      const request = { program, seed, draws: SENSITIVITY_DRAWS, registers };
      const outcome = await runner().sample(request, { signal });
      if (outcome.kind !== "done") return outcome;
      const [inputs, values, hits] = outcome.columns;
      if (inputs !== undefined && values !== undefined && hits !== undefined) {
        keep({ ...pair, inputs, values, hits });
      }
      return { kind: "done" };
    },
  });
}
