import type { ScenarioResult } from "../state/scenario-result.ts";
import { useApp } from "./app-context.ts";

/** Every quantity of every period for the result on screen, once it has been computed. */
export function useHorizon(): ScenarioResult | undefined {
  const horizon = useApp().horizon.value;
  return horizon.kind === "done" ? horizon.found : undefined;
}
