import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { BacktestResult } from "../core/backtest/backtest-result.ts";
import type { BacktestFiles, PreparedBacktest } from "../core/language/prepare-backtest.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Issue, Outcome } from "../core/outcome.ts";
import { latestWins } from "../runner/latest-wins.ts";
import type { BACKTEST_DRAWS, runBacktest } from "../runner/run-backtest.ts";
import type { Runner } from "../runner/runner.ts";
import type { Plan, SourceFile } from "./plan.ts";
import type { Route } from "./route.ts";

/** What reads backtests and runs them; loaded only when it is needed. */
export interface Backtester {
  prepareBacktest(files: BacktestFiles, definition: Definition): Outcome<PreparedBacktest>;
  readonly runBacktest: typeof runBacktest;
  readonly BACKTEST_DRAWS: typeof BACKTEST_DRAWS;
}

/** What the screen knows of a plan's backtest. */
export type BacktestState =
  /** Nothing was asked for yet, or files are being read. */
  | { readonly kind: "pending" }
  /** The plan has no backtest, or no table of past figures. */
  | { readonly kind: "none" }
  | { readonly kind: "invalid"; readonly issues: readonly Issue[] }
  | { readonly kind: "running"; readonly drawsDone: number; readonly drawsTotal: number }
  | { readonly kind: "cancelled" }
  /** `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done"; readonly result: BacktestResult; readonly plan: Plan };

/** What a backtest is followed with. */
export interface BacktestParts {
  /** Asked anew for every run, so that it can be replaced after a failure. */
  readonly runner: () => Runner;
  readonly loadBacktester: () => Promise<Backtester>;
  /** Loads the backtest of a model's id; undefined where it has none. */
  readonly fileOf: (modelId: string) => (() => Promise<SourceFile>) | undefined;
  readonly plan: ReadonlySignal<Plan | undefined>;
  readonly route: ReadonlySignal<Route>;
}

interface Wanted {
  readonly plan: Plan;
  readonly seed: number;
}

/** Runs the backtest of the plan while its page is open, once for each plan and seed; ends it when the page is left. */
export function followBacktest(parts: BacktestParts): {
  readonly state: ReadonlySignal<BacktestState>;
  readonly cancel: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
} {
  const state = signal<BacktestState>({ kind: "pending" });

  const work = async (wanted: Wanted, abort: AbortSignal): Promise<void> => {
    const show = (next: BacktestState): void => {
      if (!abort.aborted) state.value = next;
    };
    try {
      show({ kind: "pending" });
      const backtester = await parts.loadBacktester();
      const prepared = await prepare(backtester, parts, wanted.plan);
      if (prepared === undefined || abort.aborted) return show({ kind: "none" });
      if (!prepared.ok) return show({ kind: "invalid", issues: prepared.issues });
      show(await run(backtester, parts, prepared.value, wanted, abort, show));
    } catch (error) {
      show({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };

  const scheduler = latestWins(work);
  const request = (): void => {
    const { view, seed } = parts.route.value;
    const plan = parts.plan.value;
    untracked(() => {
      const now = state.peek();
      if (view.kind !== "backtest" || plan === undefined) scheduler.cancel();
      else if (!isOf(now, plan, seed)) scheduler.request({ plan, seed });
    });
  };
  const stop = effect(request);
  return {
    state,
    cancel: () => {
      if (state.peek().kind !== "running") return;
      scheduler.cancel();
      state.value = { kind: "cancelled" };
    },
    resume: () => untracked(request),
    stop: () => {
      stop();
      scheduler.cancel();
    },
  };
}

const isOf = (state: BacktestState, plan: Plan, seed: number): boolean =>
  state.kind === "done" && state.plan === plan && state.result.seed === seed;

async function prepare(
  { prepareBacktest }: Backtester,
  { fileOf }: BacktestParts,
  { loadFiles, definition }: Plan,
): Promise<Outcome<PreparedBacktest> | undefined> {
  const { plan: source, history, backtest: own } = await loadFiles();
  const backtest = await (own ?? fileOf(definition.id)?.());
  if (backtest === undefined || history === undefined) return undefined;
  return prepareBacktest({ plan: source, history, backtest }, definition);
}

async function run(
  backtester: Backtester,
  { runner }: BacktestParts,
  prepared: PreparedBacktest,
  { plan, seed }: Wanted,
  signal: AbortSignal,
  show: (state: BacktestState) => void,
): Promise<BacktestState> {
  const draws = backtester.BACKTEST_DRAWS;
  const drawsTotal = prepared.backtest.origins.length * draws;
  const onProgress = (drawsDone: number): void => show({ kind: "running", drawsDone, drawsTotal });
  onProgress(0);
  const request = { ...prepared, draws, seed };
  const outcome = await backtester.runBacktest(runner(), request, { signal, onProgress });
  if (outcome.kind !== "done") return outcome;
  return { kind: "done", result: outcome.result, plan };
}
