import "./assumption-toolbar.css";
import { useId } from "preact/hooks";
import type { Scenario } from "../../core/scenario/scenario.ts";
import type { AssumptionFilter, AssumptionGroup } from "../../state/assumption-list.ts";
import { useApp, useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { usePlace } from "../use-place.ts";
import { assumptionWords } from "./assumption-words.ts";

export interface AssumptionToolbarProps {
  readonly groups: readonly AssumptionGroup[];
  readonly scenario: Scenario;
  readonly filter: AssumptionFilter;
  readonly onFilter: (filter: AssumptionFilter) => void;
}

/** Search, filter and reset of the assumptions. */
export function AssumptionToolbar({ groups, scenario, filter, onFilter }: AssumptionToolbarProps) {
  const { language } = useWords();
  const app = useApp();
  const words = assumptionWords(language);
  const lead = useId();
  const { place, put } = usePlace("assumptions");
  const rank = (isRanked: boolean): void => {
    app.preferences.setByInfluence(isRanked);
    put({ sort: isRanked ? "influence" : undefined });
  };
  const shown = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <div class="assumption-toolbar" aria-describedby={lead}>
        <h2 class="board-title" aria-live="polite">
          {words.title(shown)}
        </h2>
        <input
          type="search"
          class="field assumption-search"
          placeholder={words.search}
          aria-label={words.search}
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
        <Choice
          label={words.show}
          value={filter.only}
          options={[
            { value: "all", label: words.all },
            { value: "levers", label: words.levers },
            { value: "changed", label: words.changed(scenario.changes.length) },
          ]}
          onChange={(only) => onFilter({ ...filter, only })}
        />
        <label class="assumption-rank">
          <input
            type="checkbox"
            checked={place?.sort === "influence"}
            onChange={(event) => rank(event.currentTarget.checked)}
          />
          {words.rank}
        </label>
        <button
          type="button"
          class="button"
          disabled={scenario.changes.length === 0}
          onClick={() => app.workspace.edit([], { kind: "reset", title: scenario.title })}
        >
          {words.resetAll}
        </button>
      </div>
      <p id={lead} class="quiet assumption-lead">
        {words.lead}
      </p>
    </>
  );
}
