import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { shippedModels } from "../../src/cli/model-files.ts";
import { dayOf } from "../../src/core/backtest/backtest.ts";
import type { BacktestResult } from "../../src/core/backtest/backtest-result.ts";
import { prepareBacktest } from "../../src/core/language/prepare-backtest.ts";
import type { Definition } from "../../src/core/model/definition.ts";
import { firstDay } from "../../src/core/model/known-series.ts";
import type { Observation } from "../../src/core/model/series.ts";
import { createInlineRunner } from "../../src/runner/inline-runner.ts";
import { BACKTEST_DRAWS, runBacktest } from "../../src/runner/run-backtest.ts";
import { backtestOverview, backtestSection, withSection } from "../support/backtest-markdown.ts";
import { PROJECT } from "../support/built-command-line.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";

// Plans are read many times.
vi.setConfig({ testTimeout: 60_000 });

const at = (model: string, name: string): string => join(PROJECT, "models", model, name);
const MODELS = shippedModels({ working: PROJECT, project: PROJECT }).filter((model) =>
  existsSync(at(model, "backtest.yaml")),
);
const COLUMNS = ["indicator", "year", "value", "unit", "published", "source", "note"] as const;

function tableOf(rows: readonly Observation[]): string {
  const cell = (value: string | number = "") => `"${String(value).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => COLUMNS.map((name) => cell(row[name])).join(","));
  return [COLUMNS.join(","), ...lines].join("\n");
}

const results: { readonly definition: Definition; readonly result: BacktestResult }[] = [];

describe.each(MODELS)("the backtest of %s", (model) => {
  const file = (name: string) => ({ file: name, text: readFileSync(at(model, name), "utf8") });
  const files = {
    plan: file("plan.yaml"),
    history: file("history.csv"),
    backtest: file("backtest.yaml"),
  };
  const definition = readPlanFolder(at(model, "plan.yaml"));
  const prepared = prepareBacktest(files, definition);

  test("can be read, and the model can be rewound to every origin", () => {
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues, undefined, 1));
    const { backtest, rewind } = prepared.value;
    expect(backtest.origins.length).toBeGreaterThan(0);
    expect(backtest.scored.length).toBeGreaterThan(0);
    const unreadable = backtest.origins.filter((year) => !rewind(year, dayOf(backtest, year)).ok);
    expect(unreadable).toEqual([]);
  });

  test("leaks nothing: rows published after an origin leave its model as it was", () => {
    if (!prepared.ok) throw new Error("Told above.");
    const { backtest, observations, rewind } = prepared.value;
    for (const year of backtest.origins) {
      const day = dayOf(backtest, year);
      const other = observations.map((row) =>
        firstDay(row.published) > day ? { ...row, value: row.value * 3 + 50 } : row,
      );
      const changed = { file: "history.csv", text: tableOf(other) };
      const again = prepareBacktest({ ...files, history: changed }, definition);
      if (!again.ok) throw new Error(JSON.stringify(again.issues));
      expect(again.value.rewind(year, day)).toEqual(rewind(year, day));
    }
  });

  test("says what the model's README tells (write it anew with `npx vitest run backtests -u`)", async () => {
    if (!prepared.ok) throw new Error("Told above.");
    const request = { ...prepared.value, draws: BACKTEST_DRAWS, seed: 1 };
    const outcome = await runBacktest(createInlineRunner(), request);
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    results.push({ definition, result: outcome.result });
    const readme = at(model, "README.md");
    const text = withSection(readme, backtestSection(outcome.result));
    await expect(text).toMatchFileSnapshot(readme);
  });
});

test("the project's README tells what all backtests say", async () => {
  const readme = join(PROJECT, "README.md");
  const latestFirst = results.toSorted((a, b) => (a.definition.id < b.definition.id ? 1 : -1));
  await expect(withSection(readme, backtestOverview(latestFirst))).toMatchFileSnapshot(readme);
});
