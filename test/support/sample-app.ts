import { readFileSync } from "node:fs";
import { prepareBacktest } from "../../src/core/language/prepare-backtest.ts";
import { parseDistributionText } from "../../src/core/language/read-distribution.ts";
import { readHistoryTable } from "../../src/core/language/read-history-table.ts";
import { readPlan } from "../../src/core/language/read-plan.ts";
import { readScenario } from "../../src/core/language/read-scenario.ts";
import { readTitle } from "../../src/core/language/read-title.ts";
import { writeScenario } from "../../src/core/language/write-scenario.ts";
import { createInlineRunner } from "../../src/runner/inline-runner.ts";
import { BACKTEST_DRAWS, runBacktest } from "../../src/runner/run-backtest.ts";
import type { AppParts } from "../../src/state/app-parts.ts";
import { type AppState, createAppState } from "../../src/state/app-state.ts";
import type { KeptScenario, ScenarioStore } from "../../src/state/kept-scenario.ts";
import type { PlanEntry, SourceFile } from "../../src/state/plan.ts";
import { createPreferences, type TextStore } from "../../src/state/preferences.ts";
import type { PlanReader } from "../../src/state/read-plan-file.ts";
import { parseRoute } from "../../src/state/route.ts";

const fixture = (path: string): SourceFile => ({
  file: path,
  text: readFileSync(`test/fixtures/${path}`, "utf8"),
});

/** The harbour plan with its two scenarios, as shipped with an app. */
export const harbour: PlanEntry = {
  key: "harbour",
  loadPlan: async () => ({ plan: fixture("models/harbour/plan.yaml") }),
  loadScenarios: async () => [
    fixture("scenarios/harbour/baseline.yaml"),
    fixture("scenarios/harbour/storm.yaml"),
  ],
};

/** A plan file with ten planted mistakes. */
export const mistakes = fixture("ten-mistakes.yaml");

/** A store that lasts as long as the test. */
export function memoryStore(entries: Readonly<Record<string, string>> = {}): TextStore {
  const kept = new Map(Object.entries(entries));
  return { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
}

/** A store of own scenarios, shared by all apps that are given it; `records` can be looked at. */
export function memoryScenarioStore(): ScenarioStore & {
  readonly records: ReadonlyMap<string, KeptScenario>;
} {
  const records = new Map<string, KeptScenario>();
  const listeners = new Set<() => void>();
  return {
    records,
    load: async (planKey) =>
      structuredClone([...records.values()].filter((record) => record.planKey === planKey)),
    write: async (changes) => {
      const others = new Map<string, KeptScenario | undefined>();
      for (const [key, { record, replaces }] of changes) {
        const there = records.get(key);
        if (there?.revision !== replaces) others.set(key, structuredClone(there));
        else if (record === undefined) records.delete(key);
        else records.set(key, structuredClone(record));
      }
      for (const told of listeners) told();
      return others;
    },
    watch: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}

/** What a test says of an app; everything else is filled in. */
export type AppSketch = Partial<Omit<AppParts, "route" | "preferences">> & {
  readonly hash?: string;
  readonly browserLanguages?: readonly string[];
};

/** The real reader of the model language. */
export const reader: PlanReader = {
  readPlan,
  readScenario,
  writeScenario,
  readHistoryTable,
  readTitle,
  parseDistributionText,
};

/** The state of an app on the harbour plan, with the real reader and the inline runner. */
export function sampleApp(sketch: AppSketch = {}): AppState {
  const { hash = "#/?draws=4000", browserLanguages = ["zh-CN"], ...parts } = sketch;
  const store = parts.store ?? memoryStore({ "planodds.toured": "yes" });
  let made = 0;
  return createAppState({
    runner: createInlineRunner(),
    loadFallbackRunner: async () => createInlineRunner(),
    loadReader: async () => reader,
    loadBacktester: async () => ({ prepareBacktest, runBacktest, BACKTEST_DRAWS }),
    plans: [harbour],
    version: "test",
    now: () => performance.now(),
    newId: () => `own-${++made}`,
    scenarioStore: memoryScenarioStore(),
    ...parts,
    store,
    preferences: createPreferences(store, browserLanguages),
    route: parseRoute(hash),
  });
}

/** Waits until `condition` holds; rejects after a minute. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error("Waited a minute in vain.");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
