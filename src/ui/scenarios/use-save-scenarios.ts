import type { Scenario } from "../../core/scenario/scenario.ts";
import { saveScenario } from "../../export/save-scenario.ts";
import { useApp, useWords } from "../app-context.ts";

/** Saves scenarios, each as a file of its own. */
export function useSaveScenarios(): (scenarios: readonly Scenario[]) => Promise<void> {
  const app = useApp();
  const { say } = useWords();
  return async (scenarios) => {
    for (const scenario of scenarios) {
      saveScenario(await app.exchange.textOf(scenario), say(scenario.title));
    }
  };
}
