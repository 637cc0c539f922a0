import type { Program } from "./core/model/program.ts";
import { askAhead } from "./runner/ask-ahead.ts";
import { startBrowserWorker } from "./runner/browser-workers.ts";
import { progressiveStages } from "./runner/progressive-stages.ts";
import type { Runner } from "./runner/runner.ts";
import { createWorkerPool, workerCount } from "./runner/worker-pool.ts";
import { BASELINE } from "./state/plan.ts";
import { parseRoute } from "./state/route.ts";

const programs = import.meta.glob<Program | undefined>("/models/*/plan.yaml", {
  query: "?program",
  import: "default",
});

const pool = createWorkerPool({
  workers: workerCount(navigator.hardwareConcurrency),
  atOnce: 1,
  start: startBrowserWorker,
});

/** Asks for the odds that the page opens with, those of a shipped plan's baseline, while the app is on its way. */
async function runnerAhead(): Promise<Runner> {
  const { plan, scenario, draws, seed } = parseRoute(location.hash);
  const latest = Object.keys(programs).sort().at(-1) ?? "";
  const load = programs[plan === undefined ? latest : `/models/${plan}/plan.yaml`];
  const program = scenario === BASELINE ? await load?.() : undefined;
  const [firstLook = draws] = progressiveStages(draws);
  return program === undefined ? pool : askAhead(pool, { program, draws: firstLook, seed });
}

// Not awaited: the app's code shares this module's.
void Promise.all([import("./main.tsx"), runnerAhead().catch(() => pool)]).then(
  ([{ openApp }, runner]) => openApp(runner),
);
