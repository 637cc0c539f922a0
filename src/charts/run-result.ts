import type { Definition } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import type { Summary, TargetSummary } from "../core/results/summary.ts";
import type { Tally } from "../core/results/tally.ts";
import type { Text } from "../core/text.ts";

/** What it takes to compute a result again; printed under every figure. */
export interface Provenance {
  /** Id of the scenario, used in file names. */
  readonly scenarioId: string;
  /** Title of the scenario. */
  readonly scenario: Text;
  readonly draws: number;
  readonly seed: number;
  /** From `modelHash` of the definition that ran (scenario applied). */
  readonly modelHash: string;
  /** Version of Planodds. */
  readonly version: string;
}

/** A finished run together with all that it came from; the input of every chart. */
export interface RunResult {
  /** With the scenario applied. */
  readonly definition: Definition;
  readonly program: Program;
  readonly tally: Tally;
  readonly summary: Summary;
  readonly provenance: Provenance;
}

/** A target's estimate by id. Throws where the result has no such target. */
export function targetSummary({ summary }: RunResult, id: string): TargetSummary {
  const found = summary.targets.find((target) => target.id === id);
  if (found === undefined) throw new Error(`The result has no target ${id}.`);
  return found;
}
