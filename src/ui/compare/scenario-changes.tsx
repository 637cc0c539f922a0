import "./scenario-changes.css";
import type { Scenario } from "../../core/scenario/scenario.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { changeWords } from "../text/change-words.ts";

/** What each scenario tells and what it changes, from → to, with the reason. */
export function ScenarioChanges({
  plan,
  scenarios,
}: {
  readonly plan: Plan;
  readonly scenarios: readonly Scenario[];
}) {
  const { t } = useWords();
  return (
    <section class="compare-section" aria-labelledby="changes-title">
      <h3 id="changes-title">{t.compare.changes}</h3>
      {scenarios.map((scenario) => (
        <ScenarioStory key={scenario.id} plan={plan} scenario={scenario} />
      ))}
    </section>
  );
}

function ScenarioStory({ plan, scenario }: { readonly plan: Plan; readonly scenario: Scenario }) {
  const { t, say } = useWords();
  const app = useApp();
  return (
    <article class="story">
      <header>
        <h4>{say(scenario.title)}</h4>
        <p>{say(scenario.story)}</p>
        <a class="button" href={app.href({ scenario: scenario.id, view: { kind: "scoreboard" } })}>
          {t.compare.use}
        </a>
      </header>
      <ChangeList plan={plan} scenario={scenario} />
    </article>
  );
}

/** A scenario's changes as a list. */
export function ChangeList({
  plan,
  scenario,
}: {
  readonly plan: Plan;
  readonly scenario: Scenario;
}) {
  const { t, say, language } = useWords();
  const app = useApp();
  if (scenario.changes.length === 0) return <p class="quiet">{t.compare.none}</p>;
  return (
    <ul class="change-list">
      {scenario.changes.map((change) => {
        const words = changeWords(change, plan.definition, language);
        const [name] = words.names;
        return (
          <li key={`${change.kind} ${words.subject}`}>
            <p>
              {name === undefined ? (
                <strong>{words.subject}</strong>
              ) : (
                <a href={app.href({ view: { kind: "model", name } })}>
                  <strong>{words.subject}</strong>
                </a>
              )}
              {t.colon}
              {words.change}
            </p>
            <p class="quiet">{say(change.why)}</p>
          </li>
        );
      })}
    </ul>
  );
}
