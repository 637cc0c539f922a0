import type { Backtest } from "../core/backtest/backtest.ts";
import { readBacktest } from "../core/language/read-backtest.ts";
import { readHistoryTable } from "../core/language/read-history-table.ts";
import { type PlanRewinder, planRewinder } from "../core/language/rewind-plan.ts";
import type { Observation } from "../core/model/series.ts";
import type { Found } from "./found.ts";
import { type LoadedPlan, loadFile, readText } from "./load-files.ts";
import { findBacktest, findHistory } from "./model-files.ts";
import type { Places } from "./places.ts";

/** How to backtest a plan, with everything that this takes. */
export interface LoadedBacktest {
  readonly backtest: Backtest;
  /** All rows of the plan's table. */
  readonly observations: readonly Observation[];
  readonly rewind: PlanRewinder;
}

/** Read the backtest beside a plan that was read. */
export function loadBacktest(plan: LoadedPlan, places: Places): Found<LoadedBacktest> {
  const file = findBacktest(plan.file);
  const table = findHistory(plan.file);
  if (file === undefined) return missing("backtest.yaml");
  if (table === undefined) return missing("history.csv");
  const text = readText(plan.file, places);
  if (!text.ok) return text;
  const history = readText(table, places);
  if (!history.ok) return history;
  const { observations } = readHistoryTable(history.value.text, history.value.file);
  const backtest = loadFile(file, places, (source, shown) =>
    readBacktest(source, shown, plan.definition, observations),
  );
  if (!backtest.ok) return backtest;
  const rewind = planRewinder(text.value, history.value);
  return { ok: true, value: { backtest: backtest.value, observations, rewind } };
}

function missing(name: string): Found<never> {
  const problem = {
    code: "no-backtest",
    message: {
      zh: `计划旁没有 ${name}，无法回测。`,
      en: `There is no ${name} beside the plan to backtest it with.`,
    },
    remedy: {
      zh: "写法见 models/README.md。",
      en: "models/README.md tells how to write it.",
    },
  };
  return { ok: false, problems: [problem] };
}
