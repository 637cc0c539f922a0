import "./assumptions-view.css";
import { memo } from "preact/compat";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatChange, formatNumber } from "../../core/format/format-number.ts";
import type { Definition } from "../../core/model/definition.ts";
import { type Influence, influenceByQuantity } from "../../core/results/influence.ts";
import { applyScenario } from "../../core/scenario/apply-scenario.ts";
import type { Scenario } from "../../core/scenario/scenario.ts";
import type { Language } from "../../core/text.ts";
import {
  type AssumptionFilter,
  type AssumptionGroup,
  assumptionGroups,
} from "../../state/assumption-list.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { Skeleton } from "../page/skeleton.tsx";
import { RunFailure } from "../problems/run-failure.tsx";
import { usePlace } from "../use-place.ts";
import { AssumptionRow } from "./assumption-row.tsx";
import { AssumptionToolbar } from "./assumption-toolbar.tsx";
import { assumptionWords } from "./assumption-words.ts";
import { CorrelationEditor } from "./correlation-editor.tsx";
import { LiveOdds } from "./live-odds.tsx";
import { ToleranceList } from "./tolerance-list.tsx";

/** Every assumption with its controls, and the odds that follow them. */
export function AssumptionsView() {
  const app = useApp();
  const state = app.plan.value;
  const scenario = app.scenario.value;
  const result = app.shown.value;
  if (state.kind !== "ready" || scenario === undefined) return null;
  return (
    <div class="assumptions">
      <div class="assumptions-main">
        <RunFailure />
        <Assumptions plan={state.plan} scenario={scenario} />
      </div>
      <div class="assumptions-side">
        {result === undefined ? <Skeleton /> : <LiveOdds result={result} />}
      </div>
    </div>
  );
}

interface AssumptionsProps {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

function Assumptions({ plan, scenario }: AssumptionsProps) {
  const { language } = useWords();
  const words = assumptionWords(language);
  const { place, put } = usePlace("assumptions");
  const asked: AssumptionFilter = { text: place?.find ?? "", only: place?.only ?? "all" };
  const setFilter = ({ text, only }: AssumptionFilter) =>
    put({ find: text || undefined, only: only === "all" ? undefined : only });
  const isRanked = place?.sort === "influence";
  const influence = useInfluence(isRanked);
  const filter = { ...asked, influence };
  const named = place?.name;
  const [open, setOpen] = useState<ReadonlySet<string>>(
    new Set(named === undefined ? [] : [named]),
  );
  const toggle = useCallback((id: string) => setOpen((ids) => toggled(ids, id)), []);
  const { definition } = plan;
  const groups = assumptionGroups(definition, scenario.changes, filter);
  const changed = useMemo(
    () => applyScenario(definition, scenario),
    [definition, scenario.changes],
  );
  useEffect(() => {
    if (named === undefined) return;
    setOpen((ids) => new Set([...ids, named]));
    document.getElementById(`assumption-${named}`)?.scrollIntoView({ block: "center" });
  }, [named]);
  return (
    <>
      <AssumptionToolbar groups={groups} scenario={scenario} filter={asked} onFilter={setFilter} />
      {isRanked && influence === undefined && (
        <p class="quiet" role="status">
          {words.rankPending}
        </p>
      )}
      {groups.length === 0 && (
        <p class="assumptions-none">
          {words.none}{" "}
          <button type="button" class="button" onClick={() => setFilter({ text: "", only: "all" })}>
            {words.clear}
          </button>
        </p>
      )}
      {groups.map((group, index) => (
        <Group
          key={group.id}
          group={group}
          isFirst={groups[index - 1]?.part !== group.part}
          isFiltered={filter.text !== "" || filter.only !== "all"}
          definition={definition}
          influence={influence}
          open={open}
          onToggle={toggle}
        />
      ))}
      {filter.text === "" && filter.only !== "levers" && (
        <>
          <section class="assumption-part" aria-labelledby="part-correlations">
            <h3 id="part-correlations">{words.correlations}</h3>
            <CorrelationEditor definition={changed} />
          </section>
          <section class="assumption-part" aria-labelledby="part-tolerances">
            <h3 id="part-tolerances">{words.tolerances}</h3>
            <ToleranceList definition={changed} />
          </section>
        </>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: AssumptionGroup;
  /** Whether its part begins with it. */
  readonly isFirst: boolean;
  readonly isFiltered: boolean;
  readonly definition: Definition;
  readonly influence: ReadonlyMap<string, Influence> | undefined;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

const Group = memo(function Group(props: GroupProps) {
  const { group, isFirst, isFiltered, definition, influence, open, onToggle } = props;
  const { say, language } = useWords();
  const words = assumptionWords(language);
  // Fixed coefficients are many, and seldom what is looked for.
  const [isUnfolded, setUnfolded] = useState(group.part !== "coefficients");
  const isShown = isUnfolded || isFiltered || group.items.some(({ isChanged }) => isChanged);
  return (
    <section
      class={`assumption-part ${isFirst ? "is-first" : ""}`}
      aria-label={words.parts[group.part]}
    >
      {isFirst && <h3>{words.parts[group.part]}</h3>}
      {group.label !== undefined && <h4>{say(group.label)}</h4>}
      {isShown ? (
        <ul>
          {group.items.map((item) => (
            <AssumptionRow
              key={item.id}
              item={item}
              influence={influenceWords(influence?.get(item.id), definition, language)}
              isOpen={open.has(item.id)}
              onToggle={onToggle}
            />
          ))}
        </ul>
      ) : (
        <button type="button" class="button" onClick={() => setUnfolded(true)}>
          {words.title(group.items.length)}
        </button>
      )}
    </section>
  );
}, isSameGroup);

/** Groups are put together anew with every change to the scenario; one is drawn again only where an item differs. */
function isSameGroup(before: GroupProps, after: GroupProps): boolean {
  const { group: one, ...rest } = before;
  const { group: other, ...others } = after;
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === others[key]) &&
    one.id === other.id &&
    one.label === other.label &&
    one.items.length === other.items.length &&
    one.items.every((item, index) => item === other.items[index])
  );
}

/**
 * The influence of every assumption, where they are to be ranked. It stays as it was found first: rows must not
 * run away from under the hand that moves them. Ranking them anew is a matter of switching it off and on.
 */
function useInfluence(isRanked: boolean): ReadonlyMap<string, Influence> | undefined {
  const app = useApp();
  const kept = useRef<ReadonlyMap<string, Influence> | undefined>(undefined);
  const [drivers, result] = [app.drivers.value, app.shown.value];
  if (!isRanked) kept.current = undefined;
  else if (kept.current === undefined && drivers.kind === "done" && result !== undefined) {
    kept.current = influenceByQuantity(result.definition, result.program, drivers.found);
  }
  return kept.current;
}

function influenceWords(
  influence: Influence | undefined,
  definition: Definition,
  language: Language,
): string | undefined {
  if (influence === undefined) return undefined;
  const target = definition.targets[influence.target]?.label[language] ?? "";
  return assumptionWords(language).moves(
    formatNumber(influence.total, 1),
    target,
    formatChange(influence.change.value * 100, 0),
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
