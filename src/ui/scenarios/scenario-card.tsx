import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { useApp, useWords } from "../app-context.ts";
import { scenarioWords } from "./scenario-words.ts";
import { SharePanel } from "./share-panel.tsx";
import { useSaveScenarios } from "./use-save-scenarios.ts";

export interface ScenarioCardProps {
  readonly scenario: Scenario;
  /** Told the id of a copy that was made. */
  readonly onCopied: (id: string) => void;
  /** Actions of own scenarios, after those that all have. */
  readonly children?: ComponentChildren;
  /** In place of the story. */
  readonly form?: ComponentChildren;
}

/** A scenario with its story, how much it changes, and what can be done with it. */
export function ScenarioCard({ scenario, onCopied, children, form }: ScenarioCardProps) {
  const { t, say, language } = useWords();
  const app = useApp();
  const words = scenarioWords(language);
  const save = useSaveScenarios();
  const [isShared, setShared] = useState(false);
  const title = say(scenario.title);
  const isActive = app.scenario.value?.id === scenario.id;
  return (
    <li class="scenario-card" id={`scenario-${scenario.id}`}>
      <div class="scenario-card-text">
        <h4>
          <a href={app.href({ scenario: scenario.id, view: { kind: "scoreboard" } })}>{title}</a>
          {isActive && <span class="quiet">{words.active}</span>}
        </h4>
        {form === undefined && <p class="scenario-card-story">{say(scenario.story)}</p>}
        <p class="quiet">{t.scenario.changes(scenario.changes.length)}</p>
      </div>
      <div class="scenario-card-actions">
        <a
          class="button button-quiet"
          href={app.href({ scenario: scenario.id, view: { kind: "assumptions" } })}
        >
          {words.edit}
        </a>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => onCopied(app.copyScenario(scenario, words.mark))}
        >
          {words.duplicate}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isShared}
          onClick={() => setShared(!isShared)}
        >
          {words.share}
        </button>
        <button type="button" class="button button-quiet" onClick={() => void save([scenario])}>
          {words.export}
        </button>
        {children}
      </div>
      {form}
      {isShared && <SharePanel scenario={scenario} />}
    </li>
  );
}
