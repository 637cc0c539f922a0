import { comparedScenarios } from "./comparison.ts";
import { BASELINE, type Plan, type PlanState, type SourceFile } from "./plan.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import { resultKey } from "./simulation.ts";
import type { View } from "./view.ts";

/** The plan file on screen, with mistakes or without. */
export async function sourceOf(state: PlanState): Promise<SourceFile | undefined> {
  if (state.kind === "ready") return (await state.plan.loadFiles()).plan;
  return state.kind === "invalid" ? state.source : undefined;
}

/** The wanted scenario, or the baseline where the plan has no such scenario. */
export function knownScenario(plan: Plan | undefined, id: string): string {
  return plan === undefined || plan.scenarios.some((known) => known.id === id) ? id : BASELINE;
}

/** Ids of the scenarios that are being compared. */
export function comparedIds(plan: Plan | undefined, view: View): readonly string[] {
  if (plan === undefined || view.kind !== "compare") return [];
  return comparedScenarios(plan, view.only).map(({ id }) => id);
}

/** Results of the plan's scenarios by id, those there are. */
export function resultsOf(
  plan: Plan | undefined,
  results: ReadonlyMap<string, ScenarioResult>,
): ReadonlyMap<string, ScenarioResult> {
  const byScenario = new Map<string, ScenarioResult>();
  for (const { id } of plan?.scenarios ?? []) {
    const result = results.get(resultKey(plan?.hash ?? "", id));
    if (result !== undefined) byScenario.set(id, result);
  }
  return byScenario;
}
