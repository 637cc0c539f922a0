import { probeIndicator } from "../core/model/probe-target.ts";
import type { Program } from "../core/model/program.ts";
import { type QuantityDrivers, quantityDrivers } from "../core/results/quantity-drivers.ts";
import type { Runner } from "../runner/runner.ts";
import { type AfterSearch, createAfterSearch } from "./after-search.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** An indicator in a year. */
export interface StudiedQuantity {
  /** Id of an indicator. */
  readonly name: string;
  readonly period: number;
}

/** An indicator in a year, in a scenario's result. */
export interface StudySubject extends StudiedQuantity {
  readonly result: ScenarioResult;
}

/** What drives an indicator in a year. */
export interface QuantityStudy extends StudySubject {
  /** The part of the model that the indicator needs; drivers are indices into its inputs. */
  readonly program: Program;
  readonly found: QuantityDrivers;
}

/** Enough for a mean over a fifth to be known to 4 % of the quantity's spread. */
const DRAWS = 4_096;
const KEPT = 16;

/**
 * Finds what drives an indicator: the first 4 096 independent draws of what it needs.
 * @param runner asked anew for every search, so that it can be replaced after a failure
 */
export function createQuantityStudySearch(
  runner: () => Runner,
): AfterSearch<QuantityStudy, StudySubject> {
  return createAfterSearch<QuantityStudy, StudySubject>({
    keyOf: ({ result, name, period }) => `${result.modelHash}/${result.seed}/${name}@${period}`,
    kept: KEPT,
    search: async (subject, signal, keep) => {
      const { result, name, period } = subject;
      const { program, register } = probeIndicator(result.definition, name, period);
      const registers = [...program.inputs.map((input) => input.register), register];
      const request = { program, seed: result.seed, draws: DRAWS, registers };
      const outcome = await runner().sample(request, { signal });
      if (outcome.kind !== "done") return outcome;
      const { columns } = outcome;
      const values = columns.at(-1);
      if (values === undefined) throw new RangeError("A sample without columns.");
      keep({ ...subject, program, found: quantityDrivers(program, columns.slice(0, -1), values) });
      return { kind: "done" };
    },
  });
}
