import type { Definition } from "../model/definition.ts";
import { applyScenario } from "../scenario/apply-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type ModelSample, sampleModel } from "./model-sample.ts";

/** A model under test. */
export interface CheckContext {
  readonly definition: Definition;
  /** The model itself. */
  readonly baseline: ModelSample;
  /** The model under one of its scenarios; throws for unknown ones. */
  underScenario(id: string): ModelSample;
}

/** Simulate the model once, and each scenario when it is first asked for. */
export function createCheckContext(
  definition: Definition,
  scenarios: readonly Scenario[],
): CheckContext {
  const samples = new Map<string, ModelSample>();
  return {
    definition,
    baseline: sampleModel(definition),
    underScenario(id) {
      const known = samples.get(id);
      if (known !== undefined) return known;
      const scenario = scenarios.find((each) => each.id === id);
      if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
      const sample = sampleModel(applyScenario(definition, scenario));
      samples.set(id, sample);
      return sample;
    },
  };
}

/** The unit of an input, parameter or indicator; plain numbers for anything else. */
export function unitOf({ inputs, parameters, indicators }: Definition, id: string): string {
  const quantity = [...inputs, ...parameters, ...indicators].find((each) => each.id === id);
  return quantity?.unit ?? "1";
}
