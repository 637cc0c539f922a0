import type { RunResult } from "../charts/run-result.ts";
import type { Plan } from "../state/plan.ts";
import type { ScenarioResult } from "../state/scenario-result.ts";

const known = new WeakMap<ScenarioResult, RunResult>();

/** A result as charts and files take it; the same object for the same result. */
export function runResultOf(result: ScenarioResult, plan: Plan, version: string): RunResult {
  const before = known.get(result);
  if (before !== undefined) return before;
  const scenario = plan.scenarios.find(({ id }) => id === result.scenario);
  const made: RunResult = {
    definition: result.definition,
    program: result.program,
    tally: result.tally,
    summary: result.summary,
    provenance: {
      scenarioId: result.scenario,
      scenario: scenario?.title ?? { zh: result.scenario, en: result.scenario },
      draws: result.draws,
      seed: result.seed,
      get modelHash() {
        return result.modelHash;
      },
      version,
    },
  };
  known.set(result, made);
  return made;
}
