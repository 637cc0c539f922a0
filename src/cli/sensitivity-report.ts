import type { Definition } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import { quantityOfStream } from "../core/model/quantity-of-stream.ts";
import { type Driver, rankDrivers } from "../core/results/rank-drivers.ts";
import type { Sensitivity } from "../core/results/sensitivity.ts";
import type { ProbabilityEstimate, Summary } from "../core/results/summary.ts";

/** What was found of the drivers of a plan's targets, with everything that the report tells. */
export interface FinishedSensitivity {
  /** As simulated: the scenario applied. */
  readonly definition: Definition;
  readonly program: Program;
  /** Of the same draws. */
  readonly summary: Summary;
  readonly sensitivity: Sensitivity;
  /** The targets to report: indices, in the order of the plan. */
  readonly targets: readonly number[];
  /** Id of the scenario, `baseline` for the model itself. */
  readonly scenario: string;
  readonly seed: number;
  readonly version: string;
  /** Of the model itself, without the scenario. */
  readonly modelHash: string;
}

/**
 * The report as plain data for JSON. Drivers are all inputs that a target can depend on, those first that
 * move its probability most; `period` is null for parameters and where the model has one period. What
 * cannot be estimated, such as the index of a target that is always hit, is null.
 */
export function sensitivityReport(found: FinishedSensitivity): unknown {
  const { definition, sensitivity } = found;
  return {
    plan: definition.id,
    scenario: found.scenario,
    draws: sensitivity.draws,
    seed: found.seed,
    version: found.version,
    modelHash: found.modelHash,
    targets: found.targets.map((index) => targetReport(found, index)),
  };
}

function targetReport(found: FinishedSensitivity, index: number): unknown {
  const target = found.definition.targets[index];
  const summary = found.summary.targets[index];
  if (target === undefined || summary === undefined) {
    throw new Error("Definition and summary do not have the same targets.");
  }
  return {
    id: target.id,
    indicator: target.indicator,
    period: target.period,
    ...estimateReport(summary),
    drivers: rankDrivers(found.sensitivity, index).map((driver) => driverReport(found, driver)),
  };
}

function driverReport({ definition, program }: FinishedSensitivity, driver: Driver): unknown {
  const stream = program.inputs[driver.input]?.stream ?? "";
  const { quantity, year } = quantityOfStream(definition, stream);
  const { low, high } = driver.ends;
  return {
    input: quantity.id,
    period: year ?? null,
    unit: quantity.unit,
    path: driver.path,
    low: { ...low, ...estimateReport(driver.low) },
    high: { ...high, ...estimateReport(driver.high) },
    change: driver.change,
    rankCorrelation: driver.rankCorrelation,
    hitIndex: driver.hitIndex,
    valueIndex: driver.valueIndex,
  };
}

function estimateReport({ probability, standardError, interval95 }: ProbabilityEstimate) {
  return { probability, standardError, interval95 };
}
