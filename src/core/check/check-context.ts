import type { Check } from "../model/check.ts";
import type { Definition } from "../model/definition.ts";
import { applyScenario } from "../scenario/apply-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { identitySides, withIdentities } from "./identity-sides.ts";
import { type ModelSample, sampleModel, type Wanted, type WantedQuantity } from "./model-sample.ts";

/** A model under test. */
export interface CheckContext {
  readonly definition: Definition;
  /** The model itself, with the two sides of each identity as further quantities. */
  readonly baseline: ModelSample;
  /** The model under one of its scenarios; throws for unknown ones. */
  underScenario(id: string): ModelSample;
}

/** Simulate the model once, and each scenario when it is first asked for. */
export function createCheckContext(
  definition: Definition,
  scenarios: readonly Scenario[],
  checks: readonly Check[],
): CheckContext {
  const samples = new Map<string, ModelSample>();
  const compared = checks.filter((check) => check.kind === "scenario");
  return {
    definition,
    baseline: sampleModel(withIdentities(definition, checks), wantedBy(checks)),
    underScenario(id) {
      const known = samples.get(id);
      if (known !== undefined) return known;
      const scenario = scenarios.find((each) => each.id === id);
      if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
      const sample = sampleModel(applyScenario(definition, scenario), wantedBy(compared));
      samples.set(id, sample);
      return sample;
    },
  };
}

/** What the checks look at in one simulation of the model. */
function wantedBy(checks: readonly Check[]): Wanted {
  const quantities: WantedQuantity[] = [];
  const targets: string[] = [];
  for (const [index, check] of checks.entries()) {
    if (check.kind === "statistic" || check.kind === "range")
      quantities.push({ id: check.of, period: check.period });
    if (check.kind === "correlation")
      quantities.push(...check.of.map((id) => ({ id, period: check.period })));
    if (check.kind === "identity") quantities.push(...identitySides(index).map((id) => ({ id })));
    if (check.kind === "probability") targets.push(check.of);
    if (check.kind !== "scenario") continue;
    if ("target" in check.of) targets.push(check.of.target);
    else quantities.push({ id: check.of.quantity, period: check.of.period });
  }
  return { quantities, targets };
}

/** The unit of an input, parameter or indicator; plain numbers for anything else. */
export function unitOf({ inputs, parameters, indicators }: Definition, id: string): string {
  const quantity = [...inputs, ...parameters, ...indicators].find((each) => each.id === id);
  return quantity?.unit ?? "1";
}
