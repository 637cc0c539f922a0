import type { Runner } from "../runner/runner.ts";
import type { Backtester } from "./backtest-state.ts";
import type { ScenarioStore } from "./kept-scenario.ts";
import type { PlanEntry } from "./plan.ts";
import type { Preferences, TextStore } from "./preferences.ts";
import type { PlanReader } from "./read-plan-file.ts";
import type { Route } from "./route.ts";

/** What the app is wired from. */
export interface AppParts {
  readonly runner: Runner;
  /** A runner without workers, for when workers fail. */
  readonly loadFallbackRunner: () => Promise<Runner>;
  readonly loadReader: () => Promise<PlanReader>;
  readonly loadBacktester: () => Promise<Backtester>;
  /** The shipped plans, the first being the one to start with. */
  readonly plans: readonly PlanEntry[];
  readonly preferences: Preferences;
  readonly store: TextStore;
  /** Keeps the user's own scenarios. */
  readonly scenarioStore: ScenarioStore;
  readonly route: Route;
  /** Version of the app, printed under figures. */
  readonly version: string;
  /** Milliseconds from any origin. */
  readonly now: () => number;
  /** An id for a new scenario that no other has, of letters, digits and hyphens. */
  readonly newId: () => string;
}
