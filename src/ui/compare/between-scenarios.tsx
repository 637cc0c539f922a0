import "./between-scenarios.css";
import { useId } from "preact/hooks";
import { changeGroups } from "../../core/scenario/change-groups.ts";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { BASELINE, type Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { differenceWords } from "../text/difference-words.ts";
import { usePlace } from "../use-place.ts";
import { Attributed } from "./attributed.tsx";
import { compareWords } from "./compare-words.ts";

export interface BetweenScenariosProps {
  readonly plan: Plan;
  readonly scenarios: readonly Scenario[];
}

/** What two scenarios say differently, and how much each of these changes accounts for. */
export function BetweenScenarios({ plan, scenarios }: BetweenScenariosProps) {
  const { t, language } = useWords();
  const app = useApp();
  const words = compareWords(language);
  const { place, put } = usePlace("compare");
  const [first] = scenarios;
  const find = (id: string | undefined) => scenarios.find((scenario) => scenario.id === id);
  const from = find(place?.from) ?? find(BASELINE) ?? first;
  const active = find(app.scenario.value?.id);
  const to =
    find(place?.to) ??
    (active !== from ? active : undefined) ??
    scenarios.find((scenario) => scenario !== from);
  if (from === undefined || to === undefined) return null;
  const groups = changeGroups(from.changes, to.changes);
  return (
    <section class="compare-section" aria-labelledby="between-title">
      <h3 id="between-title">{words.between}</h3>
      <p class="quiet">{words.betweenLead}</p>
      <div class="between-choice">
        <ScenarioSelect
          label={words.from}
          scenarios={scenarios}
          value={from.id}
          onChange={(id) => put({ from: id, to: to.id })}
        />
        <ScenarioSelect
          label={words.to}
          scenarios={scenarios}
          value={to.id}
          onChange={(id) => put({ from: from.id, to: id })}
        />
      </div>
      {groups.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <>
          <p class="quiet">{words.changed(groups.length)}</p>
          <ul class="between-list">
            {groups.map((group) => {
              const { subject, change } = differenceWords(group, plan.definition, language);
              return (
                <li key={group.subjects.join(" ")}>
                  <strong>{subject}</strong>
                  {t.colon}
                  {change}
                </li>
              );
            })}
          </ul>
          <Attributed plan={plan} from={from} to={to} />
        </>
      )}
    </section>
  );
}

interface ScenarioSelectProps {
  readonly label: string;
  readonly scenarios: readonly Scenario[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function ScenarioSelect({ label, scenarios, value, onChange }: ScenarioSelectProps) {
  const { say } = useWords();
  const id = useId();
  return (
    <div class="between-field">
      <label for={id} class="quiet">
        {label}
      </label>
      <select
        id={id}
        class="field"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {scenarios.map((scenario) => (
          <option key={scenario.id} value={scenario.id}>
            {say(scenario.title)}
          </option>
        ))}
      </select>
    </div>
  );
}
