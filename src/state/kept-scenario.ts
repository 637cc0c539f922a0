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
  /** Different each time that the record is written. */
  readonly revision: string;
}

/** A record to put in place of another. */
export interface RecordChange {
  /** `undefined` removes it. */
  readonly record: KeptScenario | undefined;
  /** Revision of the record that it replaces; `undefined` where there is none. */
  readonly replaces: string | undefined;
}

/** Keeps own scenarios between visits, one record for each. Rejects where the browser refuses or has no room. */
export interface ScenarioStore {
  /** All that is kept for a plan, in any order. */
  load(planKey: string): Promise<readonly KeptScenario[]>;
  /**
   * Puts records under their keys where nothing but what they replace is there. What another tab has put there
   * meanwhile stays, and is given back by key (`undefined`: it was removed). All or none.
   */
  write(
    changes: ReadonlyMap<string, RecordChange>,
  ): Promise<ReadonlyMap<string, KeptScenario | undefined>>;
  /** Calls back whenever another tab has written, until what it returns is called. */
  watch(told: () => void): () => void;
}

/** The key of a scenario's record. */
export const recordKey = (planKey: string, id: string): string => `${planKey}/${id}`;

/** What to keep of a scenario that fits the plan. */
export function keptScenario(
  scenario: Scenario,
  place: number,
  plan: Plan,
  revision: string,
): KeptScenario {
  const names = new Set(scenario.changes.flatMap((each) => ("name" in each ? each.name : [])));
  const parameters = plan.definition.parameters.filter(({ id }) => names.has(id));
  return {
    planKey: plan.key,
    planHash: plan.hash,
    place,
    scenario,
    parameters: parameters.map(({ id }) => ({ id })),
    revision,
  };
}
