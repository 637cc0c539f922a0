import { compile } from "../core/model/compile.ts";
import { withYearlyTargets } from "../core/model/yearly-targets.ts";
import { summarise } from "../core/results/summarise.ts";
import { progressiveStages } from "../runner/progressive-stages.ts";
import type { Runner } from "../runner/runner.ts";
import { type AfterSearch, createAfterSearch } from "./after-search.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** Results kept; each holds every quantity of every period. */
const KEPT = 4;

/**
 * Computes every quantity in every period, and the odds of targets asked of every year: the same draws as
 * the result's, with program, tally and summary of `withYearlyTargets` under the plan's own definition. The scoreboard needs little of it, so it comes
 * after the odds and only where something shows it; a first look comes before the full run.
 *
 * @param runner asked anew for every search, so that it can be replaced after a failure
 */
export function createHorizonSearch(runner: () => Runner): AfterSearch<ScenarioResult> {
  return createAfterSearch({
    keyOf: ({ modelHash, seed, draws }) => `${modelHash}/${seed}/${draws}`,
    kept: KEPT,
    search: async (result, signal, keep) => {
      const { seed } = result;
      const asked = withYearlyTargets(result.definition);
      const program = compile(asked);
      for (const draws of progressiveStages(result.draws).slice(-2)) {
        const outcome = await runner().run({ program, draws, seed }, { signal });
        if (outcome.kind !== "done") return outcome;
        const { tally } = outcome;
        const summary = summarise(asked, program, tally);
        keep({ ...result, program, draws, tally, summary });
      }
      return { kind: "done" };
    },
  });
}
