import { compile } from "../core/model/compile.ts";
import type { Program, TargetSet } from "../core/model/program.ts";
import { quantityName } from "../core/model/quantity-name.ts";
import { type ConditionalSummary, summariseWeighted } from "../core/results/conditional-summary.ts";
import type { Observation } from "../core/results/weighted-tally.ts";
import { progressiveStages } from "../runner/progressive-stages.ts";
import type { Runner } from "../runner/runner.ts";
import { type AfterSearch, createAfterSearch } from "./after-search.ts";
import { formatKnownValues, type KnownValue } from "./known-value.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** A result, and what is known of the year that it is about. */
export interface ConditionSubject {
  readonly result: ScenarioResult;
  readonly values: readonly KnownValue[];
}

/** A result given what is known. */
export interface ConditionedResult extends ConditionSubject {
  /** Of the draws that were weighted, those of the result. */
  readonly draws: number;
  readonly program: Program;
  /** Sets behind the targets in `summary.events`. */
  readonly sets: readonly TargetSet[];
  /** `undefined` where no draw could have been observed so. */
  readonly summary: ConditionalSummary | undefined;
}

/** Results kept. */
const KEPT = 8;

/**
 * Weights the draws of results by what is known. Values of quantities or years that the model does not have
 * are passed over.
 * @param runner asked anew for every search, so that it can be replaced after a failure
 */
export function createConditionSearch(
  runner: () => Runner,
): AfterSearch<ConditionedResult, ConditionSubject> {
  return createAfterSearch({
    keyOf: ({ result: { modelHash, seed, draws }, values }) =>
      `${modelHash}/${seed}/${draws}/${formatKnownValues(values)}`,
    kept: KEPT,
    search: async ({ result, values }, signal, keep) => {
      const { definition, seed } = result;
      const names = values.map(({ name, period }) => quantityName(name, period));
      const program = compile(definition, names);
      const { sets, members } = targetSets(result);
      const observations = values.flatMap(({ value, sd }, index): readonly Observation[] => {
        const column = program.columns.findIndex(({ name }) => name === names[index]);
        return column < 0 ? [] : [{ column, value, sd }];
      });
      const task = { observations, sets: members };
      for (const draws of progressiveStages(result.draws).slice(-2)) {
        const outcome = await runner().weigh({ program, draws, seed, task }, { signal });
        if (outcome.kind !== "done") return outcome;
        const summary = summariseWeighted(outcome.tally);
        keep({ result, values, draws, program, sets, summary });
      }
      return { kind: "done" };
    },
  });
}

/** The binding targets, and all. */
function targetSets({ definition }: ScenarioResult): {
  readonly sets: readonly TargetSet[];
  readonly members: readonly (readonly number[])[];
} {
  const all = [...definition.targets.keys()];
  const binding = all.filter((index) => definition.targets[index]?.commitment === "binding");
  return binding.length === 0
    ? { sets: ["all"], members: [all] }
    : { sets: ["binding", "all"], members: [binding, all] };
}
