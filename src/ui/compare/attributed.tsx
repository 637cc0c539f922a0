import { useMemo } from "preact/hooks";
import { formatCount } from "../../core/format/format-number.ts";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { attributedChanges, MOST_CHANGES } from "../../state/attributed-changes.ts";
import { type Attribution, plannedRuns } from "../../state/attribution.ts";
import { biggestDifference } from "../../state/biggest-difference.ts";
import { headlineSet } from "../../state/headline-set.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { usePlace } from "../use-place.ts";
import { AttributionChart } from "./attribution-chart.tsx";
import { compareWords } from "./compare-words.ts";

export interface AttributedProps {
  readonly plan: Plan;
  readonly from: Scenario;
  readonly to: Scenario;
}

/** The probability whose difference is shared out: that of a target by its id, or the joint one. */
const JOINT = "*";

/** Shares the difference between two scenarios out to its changes, when asked: it takes many runs. */
export function Attributed({ plan, from, to }: AttributedProps) {
  const { language } = useWords();
  const app = useApp();
  const words = compareWords(language);
  const { place, put } = usePlace("compare");
  const { seed } = app.route.value;
  const changes = useMemo(
    () => attributedChanges(from, to, plan.definition),
    [from.changes, to.changes, plan.definition],
  );
  const state = app.attributor.state.value;
  const isOf = (done: Attribution) =>
    done.planHash === plan.hash &&
    done.seed === seed &&
    done.from === from.changes &&
    done.to === to.changes;
  const attribution =
    state.kind === "done" && isOf(state.attribution) ? state.attribution : undefined;
  const request = () => void app.attributor.request({ plan, from, to, seed });
  const subjects = [JOINT, ...plan.definition.targets.map(({ id }) => id)];
  const asked = subjects.find((id) => id === place?.share);
  const shown = asked ?? biggestDifference(app.results.value, from.id, to.id) ?? JOINT;
  return (
    <>
      <div class="between-run" aria-live="polite">
        {state.kind === "running" ? (
          <>
            <progress max={state.total} value={state.done} aria-label={words.compute} />
            <span class="quiet">
              {words.progress(formatCount(state.done), formatCount(state.total))}
            </span>
            <button type="button" class="button" onClick={app.attributor.cancel}>
              {words.cancel}
            </button>
          </>
        ) : attribution === undefined ? (
          <>
            <button type="button" class="button button-strong" onClick={request}>
              {words.compute}
            </button>
            <span class="quiet">
              {state.kind === "cancelled" && words.cancelled}
              {state.kind === "failed" && words.failed}
              {words.cost(formatCount(plannedRuns(changes.groups.length)))}
            </span>
          </>
        ) : (
          <SubjectSelect plan={plan} value={shown} onChange={(share) => put({ share })} />
        )}
      </div>
      {changes.merged > 0 && <p>{words.merged(MOST_CHANGES, changes.merged)}</p>}
      {changes.joined > 0 && <p class="quiet">{words.joined(changes.joined)}</p>}
      {attribution !== undefined && (
        <AttributionChart
          plan={plan}
          from={from}
          to={to}
          attribution={attribution}
          target={shown === JOINT ? undefined : shown}
        />
      )}
    </>
  );
}

interface SubjectSelectProps {
  readonly plan: Plan;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function SubjectSelect({ plan, value, onChange }: SubjectSelectProps) {
  const { say, language } = useWords();
  const words = compareWords(language);
  const { targets } = plan.definition;
  const joint = headlineSet(targets) === "binding" ? words.jointBinding : words.jointAll;
  return (
    <div class="between-field">
      <label for="attributed-target" class="quiet">
        {words.target}
      </label>
      <select
        id="attributed-target"
        class="field"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value={JOINT}>{joint}</option>
        {targets.map(({ id, label }) => (
          <option key={id} value={id}>
            {say(label)}
          </option>
        ))}
      </select>
    </div>
  );
}
