import type { RunSettings } from "./run-settings.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** Something that changed since a result was computed. */
export type StaleReason = "scenario" | "seed" | "draws";

/** What the screen asks for now. */
export interface Wanted extends RunSettings {
  readonly scenario: string;
}

/** What makes a result of the same plan differ from what is wanted; empty when it is current (or on its way there). */
export function staleReasons(result: ScenarioResult, wanted: Wanted): readonly StaleReason[] {
  const reasons: StaleReason[] = [];
  if (result.scenario !== wanted.scenario) reasons.push("scenario");
  if (result.seed !== wanted.seed) reasons.push("seed");
  if (result.requestedDraws !== wanted.draws) reasons.push("draws");
  return reasons;
}
