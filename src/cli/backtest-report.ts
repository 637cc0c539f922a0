import type { BacktestResult } from "../core/backtest/backtest-result.ts";
import { COVERAGE_LEVELS } from "../core/backtest/interval-coverage.ts";
import type { Definition } from "../core/model/definition.ts";

/** A finished backtest with everything that its report tells. */
export interface FinishedBacktest extends BacktestResult {
  readonly definition: Definition;
  readonly version: string;
  /** Of the model as it stands at its own date. */
  readonly modelHash: string;
}

/**
 * The report of a backtest as plain data for JSON: every case, what was left out, and the scores. What cannot be
 * computed, such as the standard error of a single year, is null.
 */
export function backtestReport(found: FinishedBacktest): unknown {
  const { definition, backtest, origins, summary } = found;
  return {
    plan: definition.id,
    draws: found.draws,
    seed: found.seed,
    version: found.version,
    modelHash: found.modelHash,
    origins: backtest.origins,
    knownOn: backtest.knownOn,
    quantities: origins.flatMap(({ quantities }) =>
      quantities.map(({ intervals, ...facts }) => ({
        ...facts,
        intervals: intervals.map(([low, high], index) => ({
          level: COVERAGE_LEVELS[index] ?? null,
          low,
          high,
        })),
      })),
    ),
    targets: origins.flatMap(({ targets }) =>
      targets.map(({ target, ...facts }) => ({ ...facts, relation: target.relation.kind })),
    ),
    notScored: backtest.notScored,
    leftOut: origins.flatMap(({ leftOut }) => leftOut),
    scores: summary,
  };
}
