import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  signal,
  untracked,
} from "@preact/signals-core";
import type { TypedDistribution } from "../core/language/read-distribution.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import type { SeekResult } from "../runner/seek-goal.ts";
import type { AppParts } from "./app-parts.ts";
import { type Attributor, createAttributor } from "./attribution.ts";
import { type BacktestState, followBacktest } from "./backtest-state.ts";
import { type ColumnSearch, createColumnSearch } from "./column-search.ts";
import { type FollowedSearches, followSearches } from "./followed-searches.ts";
import { createGoalSearch, type GoalSearch } from "./goal-search.ts";
import { createKnownDesk, type KnownDesk } from "./known-desk.ts";
import { followLastSeek } from "./last-seek.ts";
import { keepPlan, keptPlan, planAmong, planFilesOf } from "./own-plan.ts";
import { BASELINE, OWN_PLAN_KEY, type PlanEntry, type PlanState, type SourceFile } from "./plan.ts";
import { createPlanLoader } from "./plan-loader.ts";
import { comparedIds, knownScenario, resultsOf, sourceOf } from "./plan-selection.ts";
import { createPlanTitles } from "./plan-titles.ts";
import type { Preferences } from "./preferences.ts";
import { formatRoute, type Route } from "./route.ts";
import type { RunStatus } from "./run-status.ts";
import { createScenarioDesk, type ScenarioDesk } from "./scenario-desk.ts";
import { isScenarioFile } from "./scenario-exchange.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import { createSimulation } from "./simulation.ts";
import { soughtScenario } from "./sought-scenario.ts";
import { type StaleReason, staleReasons } from "./stale-reasons.ts";
import { unknownParts } from "./unknown-parts.ts";
import { changedView, type SeekView, type View } from "./view.ts";
import { VISITOR } from "./visitor.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** The whole state of the app and what can be done to it. No DOM. */
export interface AppState extends ScenarioDesk, KnownDesk, FollowedSearches {
  readonly version: string;
  readonly preferences: Preferences;
  /** Where the user is; plan and scenario are filled in where the address leaves them out. */
  readonly route: ReadonlySignal<Route>;
  /** What the address names and the plan does not have; defaults stand in its place. */
  readonly unknown: ReadonlySignal<readonly string[]>;
  /** The plan, the user's own scenarios after its shipped ones. */
  readonly plan: ReadonlySignal<PlanState>;
  /** The scenario on screen; undefined until the plan is read. */
  readonly scenario: ReadonlySignal<Scenario | undefined>;
  /** The user's own scenarios, and every change to them. */
  readonly workspace: Workspace;
  readonly shippedPlans: readonly PlanEntry[];
  /** Titles of shipped plans by key, once `loadPlanTitles` has read them. */
  readonly planTitles: ReadonlySignal<ReadonlyMap<string, Text>>;
  readonly status: ReadonlySignal<RunStatus>;
  /** Results of the plan's scenarios by id. */
  readonly results: ReadonlySignal<ReadonlyMap<string, ScenarioResult>>;
  /** The result on screen: the active scenario's, else the last one shown. */
  readonly shown: ReadonlySignal<ScenarioResult | undefined>;
  readonly staleReasons: ReadonlySignal<readonly StaleReason[]>;
  /** Shares the difference between two scenarios out to their single changes, when asked. */
  readonly attributor: Attributor;
  /** Computes quantities that no target is about, for the comparison. */
  readonly columns: ColumnSearch;
  /** What it would take for targets to come true. */
  readonly goalSearch: GoalSearch;
  /** The goal seek as it was last asked for, for links to its page. */
  readonly seekPlace: ReadonlySignal<SeekView>;
  /** How the model would have fared in past years; computed while its page is open. */
  readonly backtest: ReadonlySignal<BacktestState>;
  /** Whether the runner works without workers, after a failure. */
  readonly isFallback: ReadonlySignal<boolean>;
  /** Changes parts of the route. */
  go(change: Partial<Route>): void;
  /** Makes a scenario of what a goal seek found, and shows it on the scoreboard. */
  addSought(result: SeekResult, base: ScenarioResult): void;
  /** The address of a changed route, for links. */
  href(change: Partial<Route>): string;
  /**
   * Opens the user's own plan file, with its history table or without, and keeps it for the next visit.
   * A table alone is read with the plan on screen. Scenario files become own scenarios of the plan.
   */
  openFiles(files: readonly SourceFile[]): Promise<void>;
  /** Forgets the user's own plan file and returns to the first shipped plan. */
  closeFile(): void;
  loadPlanTitles(): void;
  /** Reads a distribution as a user writes it; rejects where the reader cannot be loaded. */
  readDistribution(text: string): Promise<TypedDistribution>;
  cancel(): void;
  /** Computes what is missing, after a cancelled or failed run. */
  resume(): void;
  cancelBacktest(): void;
  /** Runs the backtest again, after it was cancelled or failed. */
  resumeBacktest(): void;
  /** Tries the plan's reader again. */
  reload(): void;
  /** Replaces the runner by the one without workers, and computes what is missing. */
  useFallback(): Promise<void>;
  /** Ends all workers. */
  dispose(): void;
}

/** Wires signals: route → plan → runs → what is shown. */
export function createAppState(parts: AppParts): AppState {
  const { plans, store, version, preferences } = parts;
  const requested = signal(parts.route);
  const own = signal(keptPlan(store));
  const runner = signal(parts.runner);
  const isFallback = signal(false);

  const planKey = computed(() => requested.value.plan ?? plans[0]?.key ?? "");
  const loader = createPlanLoader({ ...parts, key: planKey, own });
  const workspace: Workspace = createWorkspace({
    planKey,
    active: () => active.peek(),
    show: (id) => {
      if (id !== scenario.peek()) requested.value = { ...route.peek(), scenario: id };
    },
    newId: parts.newId,
  });
  const desk = createScenarioDesk({
    ...parts,
    requested,
    route: () => route.peek(),
    planKey,
    loaded: loader.plan,
    workspace,
  });
  const { plan } = desk;
  const ready = computed(() => (plan.value.kind === "ready" ? plan.value.plan : undefined));
  const scenario = computed(() => knownScenario(ready.value, requested.value.scenario));
  const active = computed(() => ready.value?.scenarios.find(({ id }) => id === scenario.value));
  const compared = computed(() => comparedIds(ready.value, requested.value.view));
  const draws = computed(() => requested.value.draws);
  const seed = computed(() => requested.value.seed);
  const knownDesk = createKnownDesk({ store, planKey, requested, route: () => route.peek() });
  const { known } = knownDesk;
  const view = computed((): View => {
    const asked = requested.value.view;
    return asked.kind === "known" ? changedView(asked, { values: known.value }) : asked;
  });
  const lastSeek = followLastSeek(requested, planKey);
  const route = computed(
    (): Route => ({
      ...requested.value,
      plan: planKey.value,
      scenario: scenario.value,
      view: view.value,
    }),
  );

  const simulation = createSimulation(() => runner.peek(), parts.now);
  function requestRun(): void {
    if (ready.value === undefined) return;
    const scenarios = [...new Set([scenario.value, BASELINE, ...compared.value])];
    const request = { plan: ready.value, scenarios, draws: draws.value, seed: seed.value };
    untracked(() => simulation.request(request));
  }
  const stopRunning = effect(requestRun);

  const results = computed(() => resultsOf(ready.value, simulation.results.value));
  let last: ScenarioResult | undefined;
  const shown = computed(() => {
    last = results.value.get(scenario.value) ?? last;
    return last?.planHash === ready.value?.hash ? last : undefined;
  });

  const searches = followSearches({
    runner: () => runner.peek(),
    status: simulation.status,
    shown,
    view: computed(() => requested.value.view),
    known,
  });
  const goalSearch = createGoalSearch(() => runner.peek());

  const backtest = followBacktest({
    runner: () => runner.peek(),
    loadBacktester: parts.loadBacktester,
    fileOf: (id) => plans.find(({ key }) => key === id)?.loadBacktest,
    plan: ready,
    route,
  });

  const attributor = createAttributor(() => runner.peek());
  const columns = createColumnSearch(() => runner.peek());
  const planTitles = createPlanTitles(plans, parts.loadReader);
  const start = (plan: string | undefined): void => {
    const view = { kind: "scoreboard" } as const;
    // A link to a scenario of a file waits for the file.
    const shared = plan === OWN_PLAN_KEY ? requested.value.shared : undefined;
    const scenario = shared === undefined ? BASELINE : VISITOR;
    requested.value = { ...requested.value, plan, scenario, view, shared };
  };

  const unknown = computed((): readonly string[] => {
    if (ready.value === undefined) return [];
    const { scenario: asked, view, shared } = requested.value;
    const isMissing = asked !== scenario.value && shared === undefined;
    return [...(isMissing ? [asked] : []), ...unknownParts(view, ready.value)];
  });

  return {
    version,
    preferences,
    route,
    unknown,
    scenario: active,
    workspace,
    ...desk,
    shippedPlans: plans,
    planTitles: planTitles.titles,
    loadPlanTitles: () => void planTitles.load(),
    readDistribution: async (text) => (await parts.loadReader()).parseDistributionText(text),
    status: simulation.status,
    results,
    shown,
    staleReasons: computed(() => {
      if (shown.value === undefined || active.value === undefined) return [];
      const wanted = { scenario: active.value, draws: draws.value, seed: seed.value };
      const reasons = staleReasons(shown.value, wanted);
      // Odds that follow a slider are a few milliseconds behind it: no news while they are on their way.
      const isRunning = simulation.status.value.kind === "running";
      return isRunning ? reasons.filter((reason) => reason !== "changes") : reasons;
    }),
    ...searches,
    ...knownDesk,
    attributor,
    columns,
    goalSearch,
    seekPlace: lastSeek.place,
    backtest: backtest.state,
    cancelBacktest: backtest.cancel,
    resumeBacktest: backtest.resume,
    isFallback,
    go: (change) => {
      requested.value = { ...route.peek(), ...change };
    },
    addSought: (result, base) => {
      const scenarios = ready.peek()?.scenarios ?? [];
      const order = Math.max(0, ...scenarios.map((each) => each.order)) + 1;
      const sought = soughtScenario(result, base, parts.newId(), order);
      batch(() => {
        workspace.add([sought], { kind: "create", title: sought.title });
        requested.value = { ...route.peek(), view: { kind: "scoreboard" } };
      });
    },
    href: (change) => formatRoute({ ...route.value, ...change }),
    openFiles: async (files) => {
      const scenarios = files.filter(isScenarioFile);
      const planFiles = files.filter((file) => !isScenarioFile(file));
      const isWhole = planFiles.length === 0 || planAmong(planFiles) !== undefined;
      const chosen = planFilesOf(planFiles, isWhole ? undefined : await sourceOf(plan.peek()));
      if (chosen !== undefined) {
        keepPlan(store, chosen);
        batch(() => {
          own.value = chosen;
          start(OWN_PLAN_KEY);
        });
      }
      if (scenarios.length === 0) return;
      desk.exchange.importFiles(scenarios);
      requested.value = { ...route.peek(), view: { kind: "scenarios" } };
    },
    closeFile: () => {
      keepPlan(store, undefined);
      batch(() => {
        start(plans[0]?.key);
        own.value = undefined;
      });
    },
    cancel: simulation.cancel,
    resume: () => untracked(requestRun),
    reload: loader.reload,
    useFallback: async () => {
      const fallback = await parts.loadFallbackRunner();
      runner.peek().close();
      runner.value = fallback;
      isFallback.value = true;
      untracked(requestRun);
    },
    dispose: () => {
      loader.dispose();
      desk.dispose();
      attributor.cancel();
      columns.cancel();
      lastSeek.dispose();
      knownDesk.stopKnown();
      stopRunning();
      searches.stopSearches();
      backtest.stop();
      simulation.cancel();
      goalSearch.cancel();
      runner.peek().close();
    },
  };
}
