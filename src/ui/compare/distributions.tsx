import { useEffect, useId } from "preact/hooks";
import { type OverlayMode, overlaySpec } from "../../charts/overlay-spec.ts";
import type { OverlayQuantity } from "../../charts/overlay-subject.ts";
import { quantityName } from "../../core/model/quantity-name.ts";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { CompareView } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import { usePlace } from "../use-place.ts";
import { compareWords } from "./compare-words.ts";

export interface DistributionsProps {
  readonly plan: Plan;
  /** Results on the same draws. */
  readonly results: readonly ScenarioResult[];
  /** Id of the target to begin with. */
  readonly target: string;
}

/** How a target's or any indicator's distribution differs between the scenarios. */
export function Distributions({ plan, results, target }: DistributionsProps) {
  const { t, language } = useWords();
  const app = useApp();
  const words = compareWords(language);
  const { place, put } = usePlace("compare");
  const mode: OverlayMode = place?.curve ?? "density";
  const quantity = quantityOf(place ?? {}, plan) ?? { kind: "target", id: target };
  const shown = useResults(results, quantity);
  const runs = shown.map((result) => runResultOf(result, plan, app.version));
  const spec = overlaySpec(runs, quantity, mode, language);
  const isWaiting = shown.length < results.length && app.columns.failure.value === undefined;
  return (
    <section class="compare-section" aria-labelledby="distributions-title">
      <h3 id="distributions-title">{words.overlay}</h3>
      <div class="between-choice">
        <QuantitySelect
          plan={plan}
          value={quantity}
          onChange={(kind, id) => put({ target: undefined, indicator: undefined, [kind]: id })}
        />
        <Choice
          label={words.curve}
          value={mode}
          options={[
            { value: "density", label: words.density },
            { value: "exceedance", label: words.exceedance },
          ]}
          onChange={(curve) => put({ curve: curve === "density" ? undefined : curve })}
        />
      </div>
      {isWaiting && <p class="quiet">{t.run.running}…</p>}
      {app.columns.failure.value !== undefined && <p class="quiet">{words.failed}</p>}
      {spec !== undefined && !isWaiting && (
        <div class="between-chart">
          <AppChart spec={spec} />
        </div>
      )}
    </section>
  );
}

/** The results that have the quantity; those of indicators that no target is about are computed. */
function useResults(
  results: readonly ScenarioResult[],
  quantity: OverlayQuantity,
): readonly ScenarioResult[] {
  const { columns } = useApp();
  const name =
    quantity.kind === "indicator" ? quantityName(quantity.id, quantity.period) : undefined;
  useEffect(() => {
    if (name !== undefined) columns.request({ name, results });
    return columns.cancel;
  }, [columns, name, ...results.map(({ tally }) => tally)]);
  return name === undefined ? results : results.flatMap((each) => columns.of(each, name) ?? []);
}

/** What is asked for, an indicator in the plan's last period; `undefined` where the plan has no such thing. */
function quantityOf(
  asked: Pick<CompareView, "target" | "indicator">,
  { definition }: Plan,
): OverlayQuantity | undefined {
  const { targets, indicators, periods } = definition;
  const target = targets.find(({ id }) => id === asked.target);
  if (target !== undefined) return { kind: "target", id: target.id };
  const indicator = indicators.find(({ id }) => id === asked.indicator);
  return indicator && { kind: "indicator", id: indicator.id, period: periods.at(-1) ?? 0 };
}

interface QuantitySelectProps {
  readonly plan: Plan;
  readonly value: OverlayQuantity;
  readonly onChange: (kind: OverlayQuantity["kind"], id: string) => void;
}

function QuantitySelect({ plan, value, onChange }: QuantitySelectProps) {
  const { t, say, language } = useWords();
  const id = useId();
  const words = compareWords(language);
  const { targets, indicators, periods } = plan.definition;
  return (
    <div class="between-field">
      <label for={id} class="quiet">
        {words.quantity}
      </label>
      <select
        id={id}
        class="field"
        value={`${value.kind} ${value.id}`}
        onChange={(event) => {
          const [kind, name = ""] = event.currentTarget.value.split(" ");
          onChange(kind === "indicator" ? kind : "target", name);
        }}
      >
        <optgroup label={t.views.scoreboard}>
          {targets.map((target) => (
            <option key={target.id} value={`target ${target.id}`}>
              {say(target.label)}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.indicators(periods.at(-1) ?? 0)}>
          {indicators.map((indicator) => (
            <option key={indicator.id} value={`indicator ${indicator.id}`}>
              {say(indicator.label)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
