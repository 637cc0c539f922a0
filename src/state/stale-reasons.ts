import type { Scenario } from "../core/scenario/scenario.ts";
import type { RunSettings } from "./run-settings.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** Something that changed since a result was computed. */
export type StaleReason = "scenario" | "changes" | "seed" | "draws";

/** What the screen asks for now. */
export interface Wanted extends RunSettings {
  readonly scenario: Scenario;
}

/** What makes a result of the same plan differ from what is wanted; empty when it is current (or on its way there). */
export function staleReasons(result: ScenarioResult, wanted: Wanted): readonly StaleReason[] {
  const reasons: StaleReason[] = [];
  if (result.scenario !== wanted.scenario.id) reasons.push("scenario");
  else if (result.changes !== wanted.scenario.changes) reasons.push("changes");
  if (result.seed !== wanted.seed) reasons.push("seed");
  if (result.requestedDraws !== wanted.draws) reasons.push("draws");
  return reasons;
}
