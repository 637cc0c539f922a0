import "./scenario-choice.css";
import type { Scenario } from "../../core/scenario/scenario.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { usePlace } from "../use-place.ts";
import { compareWords } from "./compare-words.ts";

export interface ScenarioChoiceProps {
  readonly plan: Plan;
  readonly chosen: readonly Scenario[];
}

/** Which scenarios stand side by side; the choice is kept in the address. */
export function ScenarioChoice({ plan, chosen }: ScenarioChoiceProps) {
  const { say, language } = useWords();
  const app = useApp();
  const { put } = usePlace("compare");
  const words = compareWords(language);
  const ids = plan.scenarios.map(({ id }) => id);
  const isChosen = (id: string) => chosen.some((scenario) => scenario.id === id);
  const choose = (wanted: readonly string[]) => {
    const only = ids.filter((id) => wanted.includes(id));
    const isAll = only.length === ids.length || only.length === 0;
    put({ only: isAll ? undefined : only });
  };
  const toggle = (id: string) =>
    choose(
      isChosen(id)
        ? ids.filter((each) => each !== id && isChosen(each))
        : [...chosen.map((each) => each.id), id],
    );
  return (
    <div class="scenario-choice">
      <fieldset>
        <legend class="quiet">{words.choose}</legend>
        {plan.scenarios.map((scenario) => (
          <label key={scenario.id}>
            <input
              type="checkbox"
              checked={isChosen(scenario.id)}
              // The last one stays: a comparison of nothing would be one of all.
              disabled={chosen.length === 1 && isChosen(scenario.id)}
              onChange={() => toggle(scenario.id)}
            />
            {say(scenario.title)}
          </label>
        ))}
      </fieldset>
      <div class="scenario-choice-actions">
        {chosen.length < ids.length && (
          <button type="button" class="button button-quiet" onClick={() => choose(ids)}>
            {words.all}
          </button>
        )}
        <a class="button button-quiet" href={app.href({ view: { kind: "scenarios" } })}>
          {words.manage}
        </a>
      </div>
    </div>
  );
}
