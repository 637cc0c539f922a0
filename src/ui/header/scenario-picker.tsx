import "./scenario-picker.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { Popover } from "../controls/popover.tsx";
import { ResultNote } from "./result-note.tsx";

/** The active scenario and its story; opens a list of all. */
export function ScenarioPicker() {
  const { t, say } = useWords();
  const app = useApp();
  const state = app.plan.value;
  if (state.kind !== "ready") return null;
  const { scenarios, scenarioIssues } = state.plan;
  const active = scenarios.find(({ id }) => id === app.route.value.scenario) ?? scenarios[0];
  if (active === undefined) return null;
  return (
    <div class="scenario-picker">
      <span class="quiet scenario-picker-label">{t.scenario.label}</span>
      <Popover
        label={`${t.scenario.choose}${t.colon}${say(active.title)}`}
        button={
          <>
            <span class="scenario-picker-title">{say(active.title)}</span>
            <Icon name="down" />
          </>
        }
      >
        {(close) => (
          <>
            <ScenarioList
              scenarios={scenarios}
              active={active.id}
              onChoose={(id) => {
                close();
                app.go({ scenario: id });
              }}
            />
            {scenarioIssues.length > 0 && (
              <p class="quiet scenario-issues">{t.scenario.issues(scenarioIssues.length)}</p>
            )}
            <a class="menu-item" href={app.href({ view: { kind: "compare" } })} onClick={close}>
              {t.scenario.all}
            </a>
            <a class="menu-item" href={app.href({ view: { kind: "scenarios" } })} onClick={close}>
              {t.scenario.manage}
            </a>
          </>
        )}
      </Popover>
      <ResultNote>
        <p class="quiet scenario-story" title={say(active.story)}>
          {say(active.story)}
        </p>
      </ResultNote>
    </div>
  );
}

interface ScenarioListProps {
  readonly scenarios: readonly Scenario[];
  readonly active: string;
  readonly onChoose: (id: string) => void;
}

function ScenarioList({ scenarios, active, onChoose }: ScenarioListProps) {
  const { t, say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }, []);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const options = [...(list.current?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
    const here = options.indexOf(document.activeElement as HTMLElement);
    options[(here + step + options.length) % options.length]?.focus();
  };
  return (
    <div
      class="scenario-list"
      role="listbox"
      aria-label={t.scenario.choose}
      ref={list}
      onKeyDown={move}
    >
      {scenarios.map((scenario) => (
        <button
          key={scenario.id}
          type="button"
          role="option"
          aria-selected={scenario.id === active}
          class="scenario-option"
          onClick={() => onChoose(scenario.id)}
        >
          <span class="scenario-option-title">
            {say(scenario.title)}
            {scenario.id === active && <Icon name="check" />}
          </span>
          <span class="quiet scenario-option-story">{say(scenario.story)}</span>
          <span class="quiet">{t.scenario.changes(scenario.changes.length)}</span>
        </button>
      ))}
    </div>
  );
}
