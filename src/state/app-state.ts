import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from "@preact/signals-core";
import type { Runner } from "../runner/runner.ts";
import {
  BASELINE,
  OWN_PLAN_KEY,
  type Plan,
  type PlanEntry,
  type PlanState,
  type SourceFile,
} from "./plan.ts";
import type { Preferences, TextStore } from "./preferences.ts";
import { type PlanReader, readPlanFile } from "./read-plan-file.ts";
import { formatRoute, type Route } from "./route.ts";
import type { RunStatus } from "./run-status.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import { createSimulation, resultKey } from "./simulation.ts";
import { type StaleReason, staleReasons } from "./stale-reasons.ts";

/** What the app is wired from. */
export interface AppParts {
  readonly runner: Runner;
  /** A runner without workers, for when workers fail. */
  readonly loadFallbackRunner: () => Promise<Runner>;
  readonly loadReader: () => Promise<PlanReader>;
  /** The shipped plans, the first being the one to start with. */
  readonly plans: readonly PlanEntry[];
  readonly preferences: Preferences;
  readonly store: TextStore;
  readonly route: Route;
  /** Version of the app, printed under figures. */
  readonly version: string;
  /** Milliseconds from any origin. */
  readonly now: () => number;
}

/** The whole state of the app and what can be done to it. No DOM. */
export interface AppState {
  readonly version: string;
  readonly preferences: Preferences;
  readonly route: ReadonlySignal<Route>;
  readonly plan: ReadonlySignal<PlanState>;
  readonly shippedPlans: readonly PlanEntry[];
  readonly status: ReadonlySignal<RunStatus>;
  /** Results of the plan's scenarios by id. */
  readonly results: ReadonlySignal<ReadonlyMap<string, ScenarioResult>>;
  /** The result on screen: the active scenario's, else the last one shown. */
  readonly shown: ReadonlySignal<ScenarioResult | undefined>;
  readonly staleReasons: ReadonlySignal<readonly StaleReason[]>;
  /** Whether the runner works without workers, after a failure. */
  readonly isFallback: ReadonlySignal<boolean>;
  /** Changes parts of the route. */
  go(change: Partial<Route>): void;
  /** The address of a changed route, for links. */
  href(change: Partial<Route>): string;
  /** Opens the user's own plan file and keeps it for the next visit. */
  openFile(file: SourceFile): void;
  /** Forgets the user's own plan file and returns to the first shipped plan. */
  closeFile(): void;
  cancel(): void;
  /** Computes what is missing, after a cancelled or failed run. */
  resume(): void;
  /** Tries the plan's reader again. */
  reload(): void;
  /** Replaces the runner by the one without workers, and computes what is missing. */
  useFallback(): Promise<void>;
  /** Ends all workers. */
  dispose(): void;
}

const OWN_PLAN = "planodds.own-plan";

/** Wires signals: route → plan → runs → what is shown. */
export function createAppState(parts: AppParts): AppState {
  const { preferences, plans, store } = parts;
  const route = signal(parts.route);
  const plan: Signal<PlanState> = signal({ kind: "loading", key: "" });
  const own = signal(keptFile(store));
  const runner = signal(parts.runner);
  const isFallback = signal(false);
  const simulation = createSimulation(() => runner.peek(), parts.now);

  const planKey = computed(() => route.value.plan ?? plans[0]?.key ?? "");
  const attempt = signal(0);

  const stopReading = effect(() => {
    const key = planKey.value;
    const file = key === OWN_PLAN_KEY ? own.value : undefined;
    attempt.value;
    void untracked(() => openPlan(key, file));
  });

  let opening = 0;
  async function openPlan(key: string, file: SourceFile | undefined): Promise<void> {
    opening += 1;
    const turn = opening;
    plan.value = { kind: "loading", key };
    const next = await readWith(parts, key, file);
    if (turn === opening) plan.value = next;
  }

  const activeScenario = computed(() => {
    const id = route.value.scenario;
    const state = plan.value;
    if (state.kind !== "ready") return id;
    return state.plan.scenarios.some((scenario) => scenario.id === id) ? id : BASELINE;
  });
  const wantsAll = computed(() => route.value.view.kind === "compare");
  const draws = computed(() => route.value.draws);
  const seed = computed(() => route.value.seed);

  function requestRun(): void {
    const state = plan.peek();
    if (state.kind !== "ready") return;
    simulation.request({
      plan: state.plan,
      scenarios: wantedScenarios(state.plan, activeScenario.peek(), wantsAll.peek()),
      draws: draws.peek(),
      seed: seed.peek(),
    });
  }

  const stopRunning = effect(() => {
    plan.value;
    activeScenario.value;
    wantsAll.value;
    draws.value;
    seed.value;
    untracked(requestRun);
  });

  const results = computed(() => {
    const state = plan.value;
    const byScenario = new Map<string, ScenarioResult>();
    if (state.kind !== "ready") return byScenario;
    for (const { id } of state.plan.scenarios) {
      const result = simulation.results.value.get(resultKey(state.plan.hash, id));
      if (result !== undefined) byScenario.set(id, result);
    }
    return byScenario;
  });

  let lastShown: ScenarioResult | undefined;
  const shown = computed(() => {
    const state = plan.value;
    if (state.kind !== "ready") return undefined;
    const own = results.value.get(activeScenario.value);
    if (own !== undefined) lastShown = own;
    return lastShown?.planHash === state.plan.hash ? lastShown : undefined;
  });

  return {
    version: parts.version,
    preferences,
    route: computed(() => ({
      ...route.value,
      plan: planKey.value,
      scenario: activeScenario.value,
    })),
    plan,
    shippedPlans: plans,
    status: simulation.status,
    results,
    shown,
    staleReasons: computed(() => {
      const state = plan.value;
      if (shown.value === undefined || state.kind !== "ready") return [];
      return staleReasons(shown.value, {
        planHash: state.plan.hash,
        scenario: activeScenario.value,
        draws: draws.value,
        seed: seed.value,
      });
    }),
    isFallback,
    go: (change) => {
      route.value = { ...route.value, plan: planKey.value, ...change };
    },
    href: (change) => formatRoute({ ...route.value, plan: planKey.value, ...change }),
    openFile: (file) => {
      store.set(OWN_PLAN, JSON.stringify(file));
      own.value = file;
      route.value = {
        ...route.value,
        plan: OWN_PLAN_KEY,
        scenario: BASELINE,
        view: { kind: "scoreboard" },
      };
    },
    closeFile: () => {
      store.set(OWN_PLAN, "");
      route.value = {
        ...route.value,
        plan: plans[0]?.key,
        scenario: BASELINE,
        view: { kind: "scoreboard" },
      };
      own.value = undefined;
    },
    cancel: simulation.cancel,
    resume: requestRun,
    reload: () => {
      attempt.value += 1;
    },
    useFallback: async () => {
      runner.peek().close();
      runner.value = await parts.loadFallbackRunner();
      isFallback.value = true;
      requestRun();
    },
    dispose: () => {
      stopReading();
      stopRunning();
      simulation.cancel();
      runner.peek().close();
    },
  };
}

function wantedScenarios(plan: Plan, active: string, all: boolean): readonly string[] {
  const first = [...new Set([active, BASELINE])];
  if (!all) return first;
  return [...new Set([...first, ...plan.scenarios.map((scenario) => scenario.id)])];
}

async function readWith(
  { plans, loadReader }: AppParts,
  key: string,
  own: SourceFile | undefined,
): Promise<PlanState> {
  const find = (id: string) => plans.find((entry) => entry.key === id);
  try {
    const entry = find(key);
    if (entry === undefined && own === undefined) return { kind: "unknown", key };
    const [reader, file] = await Promise.all([loadReader(), own ?? entry?.loadPlan()]);
    if (file === undefined) return { kind: "unknown", key };
    return await readPlanFile(
      reader,
      key,
      file,
      async (id) => (await find(id)?.loadScenarios()) ?? [],
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", key, message };
  }
}

function keptFile(store: TextStore): SourceFile | undefined {
  try {
    const kept: unknown = JSON.parse(store.get(OWN_PLAN) ?? "");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { file, text } = kept as Partial<Record<"file" | "text", unknown>>;
    return typeof file === "string" && typeof text === "string" ? { file, text } : undefined;
  } catch {
    return undefined;
  }
}
