import type { Sensitivity } from "../core/results/sensitivity.ts";
import type { Runner } from "../runner/runner.ts";
import { type AfterSearch, createAfterSearch } from "./after-search.ts";

/** Results kept: a plan's scenarios and some seeds. */
const KEPT = 16;

/**
 * Finds what drives the targets of results.
 * @param runner asked anew for every search, so that it can be replaced after a failure
 */
export function createDriverSearch(runner: () => Runner): AfterSearch<Sensitivity> {
  return createAfterSearch({
    // Sensitivities depend on model, scenario and seed; their number of draws is always the same.
    keyOf: ({ modelHash, seed }) => `${modelHash}/${seed}`,
    kept: KEPT,
    search: async ({ program, seed }, abort, keep) => {
      const outcome = await runner().sensitivity({ program, seed }, { signal: abort });
      if (outcome.kind === "done") keep(outcome.sensitivity);
      return outcome;
    },
  });
}
