import { saveScenario } from "../../export/save-scenario.ts";
import { useApp, useWords } from "../app-context.ts";
import { IssueList } from "../problems/issue-list.tsx";
import { scenarioWords } from "./scenario-words.ts";

/** Kept scenarios that the plan no longer takes, with the reasons; they can be downloaded. */
export function MisfitList() {
  const { say, language } = useWords();
  const { keeping } = useApp();
  const words = scenarioWords(language);
  const misfits = keeping.misfits.value;
  if (misfits.length === 0) return null;
  return (
    <section aria-labelledby="misfits">
      <h3 id="misfits">{words.misfits}</h3>
      <p class="quiet">{words.misfitsLead}</p>
      <ul>
        {misfits.map(({ scenario, source, issues }) => (
          <li key={scenario.id} class="scenario-card">
            <h4 class="scenario-card-text">{say(scenario.title)}</h4>
            <div class="scenario-card-actions">
              <button
                type="button"
                class="button button-quiet"
                onClick={() => saveScenario(source.text, say(scenario.title))}
              >
                {words.download}
              </button>
              <button
                type="button"
                class="button button-quiet"
                onClick={() => keeping.forget(scenario.id)}
              >
                {words.forget}
              </button>
            </div>
            <div class="scenario-card-wide">
              <IssueList source={source} issues={issues} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
