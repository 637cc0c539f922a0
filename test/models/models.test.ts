import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findChecks, scenarioFiles, shippedModels } from "../../src/cli/model-files.ts";
import { runChecks } from "../../src/core/check/run-checks.ts";
import { createInterpreter } from "../../src/core/kernel/interpreter.ts";
import { readChecks } from "../../src/core/language/read-checks.ts";
import { readHistoryTable } from "../../src/core/language/read-history-table.ts";
import { readPlan } from "../../src/core/language/read-plan.ts";
import { readScenario } from "../../src/core/language/read-scenario.ts";
import { writeScenario } from "../../src/core/language/write-scenario.ts";
import { compile } from "../../src/core/model/compile.ts";
import type { Definition } from "../../src/core/model/definition.ts";
import { firstDay } from "../../src/core/model/known-series.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import type { Summary } from "../../src/core/results/summary.ts";
import { applyScenario } from "../../src/core/scenario/apply-scenario.ts";
import { PROJECT } from "../support/built-command-line.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";

const PLACES = { working: PROJECT, project: PROJECT };

/** The value, or a failing test that prints every issue. */
function expectValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    outcome.issues
      .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message.en}`)
      .join("\n"),
  );
}

function simulate(definition: Definition): Summary {
  const program = compile(definition);
  return summarise(definition, program, createInterpreter(program, 1).run(0, 20_000));
}

describe.each(shippedModels(PLACES))("%s", (model) => {
  const file = join(PROJECT, "models", model, "plan.yaml");
  const definition = readPlanFolder(file);
  const files = scenarioFiles(model, file, PLACES);
  const scenarios = files.map((scenario) =>
    expectValue(readScenario(readFileSync(scenario.file, "utf8"), scenario.file, definition)),
  );

  test("its folder is named after it", () => {
    expect(definition.id).toBe(model);
  });

  test("nothing published after its date enters it", () => {
    const table = join(PROJECT, "models", model, "history.csv");
    const { observations } = readHistoryTable(readFileSync(table, "utf8"), table);
    const known = observations.filter(
      ({ published }) => firstDay(published) <= definition.plan.date,
    );
    const header = ["indicator", "year", "value", "unit", "published", "source", "note"] as const;
    const cell = (value: string | number = "") => `"${String(value).replaceAll('"', '""')}"`;
    const rows = known.map((row) => header.map((name) => cell(row[name])).join(","));
    const text = [header.join(","), ...rows].join("\n");
    const history = { file: table, text };
    expect(readPlan(readFileSync(file, "utf8"), file, { history })).toEqual({
      ok: true,
      value: definition,
    });
  });

  test("its scenarios are named after their files and have places of their own in lists", () => {
    expect(scenarios.map(({ id }) => id)).toEqual(files.map(({ id }) => id));
    const orders = scenarios.map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
    expect(scenarios.find(({ id }) => id === "baseline")?.changes).toEqual([]);
  });

  test("its scenarios are read again as they were written", () => {
    for (const scenario of scenarios) {
      const text = writeScenario(scenario, definition);
      expect(expectValue(readScenario(text, `${scenario.id}.yaml`, definition))).toEqual(scenario);
    }
  });

  test("every other scenario moves some target by 2 points or more, and none is undefined", {
    timeout: 60_000,
  }, () => {
    const baseline = simulate(definition);
    for (const scenario of scenarios) {
      const { targets } = simulate(applyScenario(definition, scenario));
      const moves = targets.map(({ id, probability, undefinedDraws }, index) => {
        expect(undefinedDraws, `${scenario.id}: ${id}`).toBeLessThan(20_000);
        return Math.abs(probability - (baseline.targets[index]?.probability ?? Number.NaN));
      });
      const changes = scenario.changes.length > 0;
      expect(Math.max(...moves) > (changes ? 0.02 : 0), scenario.id).toBe(changes);
    }
  });

  test("all its checks hold", { timeout: 60_000 }, () => {
    const checksFile = findChecks(file) ?? "";
    const names = scenarios.map(({ id }) => id);
    const checks = expectValue(
      readChecks(readFileSync(checksFile, "utf8"), checksFile, definition, names),
    );
    const failed = runChecks(definition, scenarios, checks).filter(({ holds }) => !holds);
    expect(failed).toEqual([]);
  });
});
