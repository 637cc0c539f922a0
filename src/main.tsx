import { render } from "preact";
import type { Runner } from "./runner/runner.ts";
import { createAppState } from "./state/app-state.ts";
import type { PlanEntry, ReadPlan, SourceFile } from "./state/plan.ts";
import { createPreferences, type TextStore } from "./state/preferences.ts";
import { parseRoute } from "./state/route.ts";
import { App } from "./ui/app.tsx";
import { bindAddress } from "./ui/page/bind-address.ts";
import { bindAppearance } from "./ui/page/bind-appearance.ts";
import { bindTitle } from "./ui/page/bind-title.ts";
import { indexedScenarioStore } from "./ui/page/indexed-scenario-store.ts";

const planTexts = import.meta.glob<string>("/models/*/plan.yaml", {
  query: "?raw",
  import: "default",
});
const readPlans = import.meta.glob<ReadPlan | undefined>("/models/*/plan.yaml", {
  query: "?read",
  import: "default",
});
const historyTexts = import.meta.glob<string>("/models/*/history.csv", {
  query: "?raw",
  import: "default",
});
const backtestTexts = import.meta.glob<string>("/models/*/backtest.yaml", {
  query: "?raw",
  import: "default",
});
const scenarioTexts = import.meta.glob<string>("/scenarios/*/*.yaml", {
  query: "?raw",
  import: "default",
});
const versions = import.meta.glob<string>("/package.json", { import: "version", eager: true });

/** Shipped plans, the latest first; a scenario belongs to the plan whose folder has the same name. */
function shippedPlans(): readonly PlanEntry[] {
  const files = Object.entries(planTexts).sort(([a], [b]) => (a < b ? 1 : -1));
  return files.map(([path, load]) => {
    const key = path.split("/")[2] ?? "";
    const scenarios = Object.entries(scenarioTexts).filter(([file]) =>
      file.startsWith(`/scenarios/${key}/`),
    );
    const backtest = `/models/${key}/backtest.yaml`;
    const loadBacktest = backtestTexts[backtest];
    const loadRead = readPlans[path];
    return {
      key,
      ...(loadRead && { loadRead }),
      ...(loadBacktest && { loadBacktest: () => loadText(backtest, loadBacktest) }),
      loadPlan: async () => {
        const table = `/models/${key}/history.csv`;
        const loadTable = historyTexts[table];
        const [plan, history] = await Promise.all([
          loadText(path, load),
          loadTable && loadText(table, loadTable),
        ]);
        return { plan, history };
      },
      loadScenarios: () => Promise.all(scenarios.map((scenario) => loadText(...scenario))),
    };
  });
}

async function loadText(path: string, load: () => Promise<string>): Promise<SourceFile> {
  return { file: path.slice(1), text: await load() };
}

/** The browser's store; forgets where it is forbidden or full. */
const store: TextStore = {
  get: (key) => {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing is kept; the app works all the same.
    }
  },
};

/** Open the app on the page. */
export function openApp(runner: Runner): void {
  const preferences = createPreferences(store, navigator.languages);
  const state = createAppState({
    runner,
    loadFallbackRunner: async () => {
      const { createInlineRunner } = await import("./runner/inline-runner.ts");
      return createInlineRunner();
    },
    loadReader: async () => {
      const [plan, scenario, writer, table, title, distribution] = await Promise.all([
        import("./core/language/read-plan.ts"),
        import("./core/language/read-scenario.ts"),
        import("./core/language/write-scenario.ts"),
        import("./core/language/read-history-table.ts"),
        import("./core/language/read-title.ts"),
        import("./core/language/read-distribution.ts"),
      ]);
      return { ...plan, ...scenario, ...writer, ...table, ...title, ...distribution };
    },
    loadBacktester: async () => {
      const [reader, run] = await Promise.all([
        import("./core/language/prepare-backtest.ts"),
        import("./runner/run-backtest.ts"),
      ]);
      return { ...reader, ...run };
    },
    plans: shippedPlans(),
    preferences,
    store,
    scenarioStore: indexedScenarioStore(),
    route: parseRoute(location.hash),
    version: Object.values(versions)[0] ?? "",
    now: () => performance.now(),
    newId: () => `own-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`,
  });

  bindAppearance(preferences);
  bindAddress(state);
  bindTitle(state);

  const root = document.getElementById("app");
  if (root !== null) render(<App state={state} />, root);
}
