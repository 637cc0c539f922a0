import type { RunResult } from "../../src/charts/run-result.ts";
import { createInterpreter } from "../../src/core/kernel/interpreter.ts";
import { compile } from "../../src/core/model/compile.ts";
import { modelHash } from "../../src/core/model/model-hash.ts";
import { withYearlyTargets } from "../../src/core/model/yearly-targets.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import { readPlanFolder } from "./read-plan-folder.ts";

/** The five-year plan of the valley, its targets asked of every year: independent draws, seed 1. */
export function valleyResult(draws = 20_000): RunResult {
  const definition = readPlanFolder("test/fixtures/models/valley/plan.yaml");
  const asked = withYearlyTargets(definition);
  const program = compile(asked);
  const tally = createInterpreter(program, 1).run(0, draws);
  return {
    definition,
    program,
    tally,
    summary: summarise(asked, program, tally),
    provenance: {
      scenarioId: "baseline",
      scenario: { zh: "基准", en: "Baseline" },
      draws,
      seed: 1,
      modelHash: modelHash(definition),
      version: "0.0.0",
    },
  };
}
