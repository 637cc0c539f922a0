import type { Backtest } from "../backtest/backtest.ts";
import type { Definition } from "../model/definition.ts";
import type { Observation } from "../model/series.ts";
import type { Outcome } from "../outcome.ts";
import { readBacktest } from "./read-backtest.ts";
import { readHistoryTable } from "./read-history-table.ts";
import { readPlan } from "./read-plan.ts";

/** A text file with the name that issues carry. */
interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The files that a backtest takes. */
export interface BacktestFiles {
  readonly plan: NamedText;
  readonly history: NamedText;
  readonly backtest: NamedText;
}

/** Reads a plan as it would have been read on a day, for one year. */
type PlanRewinder = (year: number, day: string) => Outcome<Definition>;

/** How to backtest a model, with everything that this takes. */
export interface PreparedBacktest {
  readonly backtest: Backtest;
  /** All rows of the table. */
  readonly observations: readonly Observation[];
  readonly rewind: PlanRewinder;
}

/** Read a backtest; `definition` is the plan as read from the same files without issues. */
export function prepareBacktest(
  { plan, history, backtest }: BacktestFiles,
  definition: Definition,
): Outcome<PreparedBacktest> {
  const { observations } = readHistoryTable(history.text, history.file);
  const read = readBacktest(backtest.text, backtest.file, definition, observations);
  if (!read.ok) return read;
  const rewind: PlanRewinder = (year, day) =>
    readPlan(plan.text, plan.file, { history, asOf: day, periods: [year] });
  return { ok: true, value: { backtest: read.value, observations, rewind } };
}
