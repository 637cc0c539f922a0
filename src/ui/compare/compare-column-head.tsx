import type { Scenario } from "../../core/scenario/scenario.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";

export interface CompareColumnHeadProps {
  readonly scenario: Scenario;
  readonly isActive: boolean;
  readonly isReady: boolean;
}

/** A scenario's title; its story is further down and on hover. */
export function CompareColumnHead({ scenario, isActive, isReady }: CompareColumnHeadProps) {
  const { t, say } = useWords();
  const app = useApp();
  return (
    <th scope="col" class={isActive ? "is-active" : ""} aria-busy={!isReady}>
      <a
        href={app.href({ scenario: scenario.id, view: { kind: "scoreboard" } })}
        title={`${say(scenario.story)}\n${t.compare.use}`}
      >
        {say(scenario.title)}
      </a>
      {isActive && (
        <span class="compare-active" title={t.compare.active}>
          <Icon name="check" />
          <span class="visually-hidden">{t.compare.active}</span>
        </span>
      )}
    </th>
  );
}
