import type { Definition } from "../core/model/definition.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import type { Text } from "../core/text.ts";
import type { Found } from "./found.ts";
import { type LoadedPlan, loadScenario } from "./load-files.ts";
import type { Terminal } from "./terminal.ts";

const BASELINE: Text = { zh: "基准情景", en: "Baseline" };

/** A plan under a scenario. */
export interface ChosenScenario {
  readonly definition: Definition;
  readonly id: string;
  readonly title: Text;
}

/** Apply the scenario that the user named, or none: the model itself is the baseline. */
export function underScenario(
  name: string | undefined,
  plan: LoadedPlan,
  terminal: Terminal,
): Found<ChosenScenario> {
  if (name === undefined) {
    const { definition } = plan;
    return { ok: true, value: { definition, id: "baseline", title: BASELINE } };
  }
  const read = loadScenario(name, plan, terminal.places);
  if (!read.ok) return read;
  const { id, title } = read.value;
  return { ok: true, value: { definition: applyScenario(plan.definition, read.value), id, title } };
}
