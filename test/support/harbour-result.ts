import type { RunResult } from "../../src/charts/run-result.ts";
import { createInterpreter } from "../../src/core/kernel/interpreter.ts";
import { compile } from "../../src/core/model/compile.ts";
import { modelHash } from "../../src/core/model/model-hash.ts";
import { inputSensitivity } from "../../src/core/results/input-sensitivity.ts";
import type { Sensitivity } from "../../src/core/results/sensitivity.ts";
import { sensitivitySample } from "../../src/core/results/sensitivity-sample.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import { readPlanFolder } from "./read-plan-folder.ts";

/** The harbour plan's odds with what drives them, from the same draws. */
export function harbourResult(draws = 8_000): {
  readonly result: RunResult;
  readonly sensitivity: Sensitivity;
} {
  const file = "test/fixtures/models/harbour/plan.yaml";
  const definition = readPlanFolder(file);
  const program = compile(definition);
  const kernel = createInterpreter(program, 1);
  const tally = kernel.run(0, draws);
  const sample = sensitivitySample(program, kernel, draws);
  const provenance = {
    scenarioId: "baseline",
    scenario: { zh: "基准", en: "Baseline" },
    draws,
    seed: 1,
    modelHash: modelHash(definition),
    version: "0.0.0",
  };
  return {
    result: {
      definition,
      program,
      tally,
      summary: summarise(definition, program, tally),
      provenance,
    },
    sensitivity: {
      draws,
      inputs: program.inputs.flatMap((_, input) => inputSensitivity(sample, input) ?? []),
    },
  };
}
