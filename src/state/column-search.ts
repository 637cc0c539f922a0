import { type ReadonlySignal, signal } from "@preact/signals-core";
import { compile } from "../core/model/compile.ts";
import { summarise } from "../core/results/summarise.ts";
import { latestWins } from "../runner/latest-wins.ts";
import type { Runner } from "../runner/runner.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** Results kept: some scenarios and quantities. */
const KEPT = 24;

/** A column that results of the scoreboard do not have, to be found for several of them. */
export interface ColumnRequest {
  /** As in `Program.columns`, e.g. `exports@2021`. */
  readonly name: string;
  readonly results: readonly ScenarioResult[];
}

/** Computes a quantity that no target is about, on the draws of results. */
export interface ColumnSearch {
  /** The result with that column beside its own; undefined until it is there. Reads a signal. */
  of(result: ScenarioResult, name: string): ScenarioResult | undefined;
  /** Whether the last search failed; `message` is technical English. */
  readonly failure: ReadonlySignal<string | undefined>;
  /** Computes what is missing; supersedes a search under way. */
  request(request: ColumnRequest): void;
  cancel(): void;
}

/** @param runner asked anew for every search, so that it can be replaced after a failure */
export function createColumnSearch(runner: () => Runner): ColumnSearch {
  const found = signal<ReadonlyMap<string, ScenarioResult>>(new Map());
  const failure = signal<string | undefined>(undefined);
  const keyOf = ({ modelHash, seed, draws }: ScenarioResult, name: string): string =>
    `${modelHash}/${seed}/${draws}/${name}`;

  const scheduler = latestWins(
    async ({ name, results }: ColumnRequest, abort: AbortSignal): Promise<void> => {
      failure.value = undefined;
      for (const result of results) {
        const key = keyOf(result, name);
        if (found.peek().has(key)) continue;
        const { definition, draws, seed } = result;
        const program = compile(definition, [name]);
        const outcome = await runner().run({ program, draws, seed }, { signal: abort });
        if (abort.aborted) return;
        if (outcome.kind !== "done") {
          failure.value = outcome.kind === "failed" ? outcome.message : undefined;
          return;
        }
        const summary = summarise(definition, program, outcome.tally);
        const searched = { ...result, program, tally: outcome.tally, summary };
        found.value = new Map([...[...found.peek()].slice(1 - KEPT), [key, searched]]);
      }
    },
  );
  return {
    of: (result, name) => found.value.get(keyOf(result, name)),
    failure,
    request: scheduler.request,
    cancel: scheduler.cancel,
  };
}
