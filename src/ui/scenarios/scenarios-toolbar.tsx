import type { Scenario } from "../../core/scenario/scenario.ts";
import { BASELINE } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { OpenFileButton } from "../page/open-file-button.tsx";
import { scenarioWords } from "./scenario-words.ts";
import { useSaveScenarios } from "./use-save-scenarios.ts";

export interface ScenariosToolbarProps {
  readonly baseline: Scenario | undefined;
  /** Told the id of a scenario that was made. */
  readonly onMade: (id: string) => void;
}

/** What the page is, and what makes, brings and saves scenarios. */
export function ScenariosToolbar({ baseline, onMade }: ScenariosToolbarProps) {
  const { say, language } = useWords();
  const app = useApp();
  const words = scenarioWords(language);
  const save = useSaveScenarios();
  const own = app.workspace.own.value;
  const current = app.scenario.value;
  const create = () => {
    if (baseline === undefined) return;
    const fresh = { ...baseline, title: words.fresh, story: words.freshStory, changes: [] };
    onMade(app.createScenario(fresh));
  };
  return (
    <>
      <header class="scenarios-head">
        <h2>{words.title}</h2>
        <p class="quiet">{words.lead}</p>
      </header>
      <div class="scenarios-actions">
        <button type="button" class="button button-strong" onClick={create}>
          {words.fromBaseline}
        </button>
        {current !== undefined && current.id !== BASELINE && (
          <button
            type="button"
            class="button"
            onClick={() => onMade(app.copyScenario(current, words.mark))}
          >
            {words.fromCurrent(say(current.title))}
          </button>
        )}
        <OpenFileButton className="button">{words.import}</OpenFileButton>
        {own.length > 0 && (
          <button type="button" class="button" onClick={() => void save(own)}>
            {words.exportAll}
          </button>
        )}
        <a class="button" href={app.href({ view: { kind: "compare" } })}>
          {words.compare}
        </a>
      </div>
    </>
  );
}
