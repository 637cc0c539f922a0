import type { RunResult } from "../charts/run-result.ts";
import type { Plan } from "../state/plan.ts";
import type { ScenarioResult } from "../state/scenario-result.ts";

const known = new WeakMap<ScenarioResult, RunResult>();

/** A result as charts and files take it; the same object for the same result. */
export function runResultOf(result: ScenarioResult, plan: Plan, version: string): RunResult {
  const scenario = plan.scenarios.find(({ id }) => id === result.scenario);
  const before = known.get(result);
  const title = scenario?.title ??
    before?.provenance.scenario ?? { zh: result.scenario, en: result.scenario };
  if (before?.provenance.scenario === title) return before;
  const made: RunResult = {
    definition: result.definition,
    program: result.program,
    tally: result.tally,
    summary: result.summary,
    provenance: {
      scenarioId: result.scenario,
      scenario: title,
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
