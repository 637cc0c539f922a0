import type { Scenario } from "../core/scenario/scenario.ts";
import type { Plan } from "./plan.ts";

/** One of the user's own scenarios as it is kept between visits. */
export interface KeptScenario {
  /** Key of the plan; scenarios of several own plan files share one, and differ in `scenario.model`. */
  readonly planKey: string;
  /** Hash of the plan that it was last checked with. */
  readonly planHash: string;
  /** Position among the own ones, ascending. */
  readonly place: number;
  readonly scenario: Scenario;
  /** Those of its quantities that are parameters, so that its file can be written without the plan. */
  readonly parameters: readonly { readonly id: string }[];
}

/** Keeps own scenarios between visits, one record for each. Rejects where the browser refuses or has no room. */
export interface ScenarioStore {
  /** All that is kept for a plan, in any order. */
  load(planKey: string): Promise<readonly KeptScenario[]>;
  /** Puts records under their keys, or removes them where undefined; all or none. */
  write(records: ReadonlyMap<string, KeptScenario | undefined>): Promise<void>;
}

/** The key of a scenario's record. */
export const recordKey = (planKey: string, id: string): string => `${planKey}/${id}`;

/** What to keep of a scenario that fits the plan. */
export function keptScenario(scenario: Scenario, place: number, plan: Plan): KeptScenario {
  const names = new Set(scenario.changes.flatMap((each) => ("name" in each ? each.name : [])));
  const parameters = plan.definition.parameters.filter(({ id }) => names.has(id));
  return {
    planKey: plan.key,
    planHash: plan.hash,
    place,
    scenario,
    parameters: parameters.map(({ id }) => ({ id })),
  };
}
