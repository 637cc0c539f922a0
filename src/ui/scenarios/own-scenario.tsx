import { useLayoutEffect, useRef } from "preact/hooks";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { BASELINE } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { DescribeForm } from "./describe-form.tsx";
import { ScenarioCard } from "./scenario-card.tsx";
import { scenarioWords } from "./scenario-words.ts";

export interface OwnScenarioProps {
  readonly scenario: Scenario;
  /** Among the own ones, from 0. */
  readonly place: number;
  readonly count: number;
  readonly isDescribed: boolean;
  /** Asks for the form of a scenario, or for none. */
  readonly onDescribe: (id: string | undefined) => void;
  readonly onRemoved: (scenario: Scenario) => void;
}

/** One of the user's own scenarios: it can be described, moved and deleted as well. */
export function OwnScenario(props: OwnScenarioProps) {
  const { scenario, place, count, isDescribed, onDescribe, onRemoved } = props;
  const { say, language } = useWords();
  const app = useApp();
  const words = scenarioWords(language);
  const title = say(scenario.title);
  const { move, group } = useMove(scenario, place, count);
  return (
    <ScenarioCard
      scenario={scenario}
      onCopied={onDescribe}
      {...(isDescribed && {
        form: <DescribeForm scenario={scenario} onDone={() => onDescribe(undefined)} />,
      })}
    >
      <button
        type="button"
        class="button button-quiet"
        aria-expanded={isDescribed}
        onClick={() => onDescribe(isDescribed ? undefined : scenario.id)}
      >
        {words.describe}
      </button>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          // What is on show must not be what is gone.
          if (app.scenario.peek()?.id === scenario.id) app.go({ scenario: BASELINE });
          app.workspace.remove(scenario.id);
          onRemoved(scenario);
        }}
      >
        {words.remove}
      </button>
      <span ref={group} class="scenario-card-moves">
        <IconButton
          icon="up"
          label={words.up(title)}
          isOff={place === 0}
          onPress={() => move(-1)}
        />
        <IconButton
          icon="down"
          label={words.down(title)}
          isOff={place === count - 1}
          onPress={() => move(1)}
        />
      </span>
    </ScenarioCard>
  );
}

/**
 * Moves the scenario by buttons, or by Alt and the arrow keys anywhere in its card; focus goes with it at once, so that
 * a held key loses no step.
 */
function useMove(scenario: Scenario, place: number, count: number) {
  const { workspace } = useApp();
  const group = useRef<HTMLSpanElement>(null);
  const focused = useRef<HTMLElement | undefined>(undefined);
  const move = (by: number): void => {
    const to = place + by;
    if (to < 0 || to >= count) return;
    focused.current =
      document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    workspace.move(scenario.id, to);
  };
  useLayoutEffect(() => {
    focused.current?.focus();
    focused.current = undefined;
  }, [place]);
  useLayoutEffect(() => {
    const card = group.current?.closest("li");
    const press = (event: KeyboardEvent): void => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by === undefined || !event.altKey) return;
      event.preventDefault();
      move(by);
    };
    card?.addEventListener("keydown", press);
    return () => card?.removeEventListener("keydown", press);
  });
  return { move, group };
}
