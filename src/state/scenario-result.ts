import type { Definition } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import type { Summary } from "../core/results/summary.ts";
import type { Tally } from "../core/results/tally.ts";
import type { Change } from "../core/scenario/scenario.ts";

/** A result with everything it depends on. */
export interface ScenarioResult {
  /** Hash of the plan without the scenario's changes. */
  readonly planHash: string;
  readonly scenario: string;
  /** The scenario's changes as they were then: the same object as long as they are the same. */
  readonly changes: readonly Change[];
  /** Hash of the definition that was simulated, the scenario's changes applied. */
  readonly modelHash: string;
  readonly definition: Definition;
  readonly program: Program;
  readonly seed: number;
  /** Draws done: fewer than requested while the full run is still under way. */
  readonly draws: number;
  readonly requestedDraws: number;
  readonly tally: Tally;
  readonly summary: Summary;
}
