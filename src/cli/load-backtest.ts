import { type PreparedBacktest, prepareBacktest } from "../core/language/prepare-backtest.ts";
import type { Found } from "./found.ts";
import { type LoadedPlan, readText } from "./load-files.ts";
import { findBacktest, findHistory } from "./model-files.ts";
import type { Places } from "./places.ts";

/** Read the backtest beside a plan that was read. */
export function loadBacktest(plan: LoadedPlan, places: Places): Found<PreparedBacktest> {
  const file = findBacktest(plan.file);
  const table = findHistory(plan.file);
  if (file === undefined) return missing("backtest.yaml");
  if (table === undefined) return missing("history.csv");
  const text = readText(plan.file, places);
  if (!text.ok) return text;
  const history = readText(table, places);
  if (!history.ok) return history;
  const backtest = readText(file, places);
  if (!backtest.ok) return backtest;
  const files = { plan: text.value, history: history.value, backtest: backtest.value };
  const prepared = prepareBacktest(files, plan.definition);
  return prepared.ok ? prepared : { ok: false, problems: prepared.issues };
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
