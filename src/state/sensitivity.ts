import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Sensitivity } from "../core/results/sensitivity.ts";
import { latestWins } from "../runner/latest-wins.ts";
import type { Runner } from "../runner/runner.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** Finds what drives the targets of results, one result at a time, after their odds. */
export interface DriverSearch {
  /** Whether the last search failed; `message` is technical English. */
  readonly failure: ReadonlySignal<string | undefined>;
  /** What drives the targets of a result, where it has been found. Reads a signal. */
  of(result: ScenarioResult): Sensitivity | undefined;
  /** Search, unless it has been found; supersedes a search under way. */
  request(result: ScenarioResult): void;
  /** End the search under way. */
  cancel(): void;
}

/** Results kept: a plan's scenarios and some seeds. */
const KEPT = 16;

/** @param runner asked anew for every search, so that it can be replaced after a failure */
export function createDriverSearch(runner: () => Runner): DriverSearch {
  const found = signal<ReadonlyMap<string, Sensitivity>>(new Map());
  const failure = signal<string | undefined>(undefined);

  const work = async (result: ScenarioResult, abort: AbortSignal): Promise<void> => {
    const { program, seed } = result;
    failure.value = undefined;
    const outcome = await runner().sensitivity({ program, seed }, { signal: abort });
    if (abort.aborted) return;
    if (outcome.kind === "failed") failure.value = outcome.message;
    if (outcome.kind !== "done") return;
    const kept = [...found.peek()].slice(1 - KEPT);
    found.value = new Map([...kept, [keyOf(result), outcome.sensitivity]]);
  };

  const scheduler = latestWins(work);
  const of = (result: ScenarioResult) => found.value.get(keyOf(result));
  return {
    failure,
    of,
    request: (result) => {
      if (found.peek().has(keyOf(result))) scheduler.cancel();
      else scheduler.request(result);
    },
    cancel: scheduler.cancel,
  };
}

/** Sensitivities depend on model, scenario and seed; their number of draws is always the same. */
const keyOf = ({ modelHash, seed }: ScenarioResult): string => `${modelHash}/${seed}`;
