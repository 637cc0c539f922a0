import { type ReadonlySignal, signal } from "@preact/signals-core";
import { RETAINED_DRAWS } from "../core/results/tally-hits.ts";
import { latestWins } from "../runner/latest-wins.ts";
import type { Runner } from "../runner/runner.ts";
import { type SeekResult, seekGoal } from "../runner/seek-goal.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import { goalOf, leversOf, type SeekChoice } from "./seek-choice.ts";

/** What the screen knows of a goal seek. */
export type SeekState =
  | { readonly kind: "idle" }
  /** Settings computed so far, and about how many there will be. */
  | { readonly kind: "running"; readonly computed: number; readonly expected: number }
  | { readonly kind: "cancelled" }
  /** `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string }
  | FoundSeek;

/** What was found, the result that the search set out from, and what was asked. */
export interface FoundSeek {
  readonly kind: "done";
  readonly result: SeekResult;
  readonly base: ScenarioResult;
  readonly choice: SeekChoice;
}

/** Seeks settings of levers, one goal at a time. */
export interface GoalSearch {
  readonly state: ReadonlySignal<SeekState>;
  /** Seeks, setting out from a result; nothing happens where no target is chosen. */
  start(base: ScenarioResult, choice: SeekChoice): void;
  cancel(): void;
}

/** Draws of a search's final check: as many as were asked for, but none whose hits are not retained. */
export function seekDraws({ requestedDraws }: ScenarioResult): number {
  return Math.min(requestedDraws, RETAINED_DRAWS);
}

/** @param runner asked anew for every search, so that it can be replaced after a failure */
export function createGoalSearch(runner: () => Runner): GoalSearch {
  const state = signal<SeekState>({ kind: "idle" });

  const work = async (
    { base, choice }: { readonly base: ScenarioResult; readonly choice: SeekChoice },
    signal: AbortSignal,
  ): Promise<void> => {
    const { definition, seed } = base;
    const goal = goalOf(choice);
    if (goal === undefined) return;
    const levers = leversOf(choice, definition);
    const expected = expectedSettings(levers.length);
    const onProgress = (computed: number): void => {
      if (!signal.aborted) state.value = { kind: "running", computed, expected };
    };
    onProgress(0);
    const { wanted } = choice;
    const request = { definition, goal, levers, wanted, draws: seekDraws(base), seed };
    const outcome = await seekGoal(runner(), request, { signal, onProgress });
    if (signal.aborted) return;
    state.value =
      outcome.kind === "done" ? { kind: "done", result: outcome.result, base, choice } : outcome;
  };

  const scheduler = latestWins(work);
  return {
    state,
    start: (base, choice) => scheduler.request({ base, choice }),
    cancel: () => {
      if (state.peek().kind !== "running") return;
      scheduler.cancel();
      state.value = { kind: "cancelled" };
    },
  };
}

/** About how many settings a search of so many levers computes. */
const expectedSettings = (levers: number): number => 40 + 24 * levers;
