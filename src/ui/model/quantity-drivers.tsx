import { useEffect, useMemo } from "preact/hooks";
import { quantityDriversSpec } from "../../charts/quantity-drivers-spec.ts";
import type { Indicator } from "../../core/model/definition.ts";
import { changedView } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";

export interface QuantityDriversProps {
  readonly indicator: Indicator;
}

/** What drives an indicator, computed when it is asked for. */
export function QuantityDrivers({ indicator }: QuantityDriversProps) {
  const { t } = useWords();
  const { year, show } = useDriversPlace(indicator);
  const isOpen = year !== undefined;
  return (
    <details
      class="card-drivers"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) show(open ? "first" : undefined);
      }}
    >
      <summary>{t.drivers.ofIndicator}</summary>
      {isOpen && <Study indicator={indicator} asked={year} onYear={show} />}
    </details>
  );
}

/** The year whose drivers the address asks for, and how to ask for another or for none. */
function useDriversPlace(indicator: Indicator) {
  const app = useApp();
  const { view } = app.route.value;
  const isHere = view.kind === "target" || (view.kind === "model" && view.name === indicator.id);
  const show = (year: number | "first" | undefined): void => {
    const drivers = year === "first" ? app.shown.peek()?.definition.periods[0] : year;
    const now = app.route.peek().view;
    if (now.kind === "target") app.go({ view: changedView(now, { drivers }) });
    if (now.kind === "model") app.go({ view: changedView(now, { name: indicator.id, drivers }) });
  };
  return { year: isHere ? view.drivers : undefined, show };
}

interface StudyProps extends QuantityDriversProps {
  readonly asked: number;
  readonly onYear: (year: number) => void;
}

function Study({ indicator, asked, onYear }: StudyProps) {
  const { t, language } = useWords();
  const app = useApp();
  const plan = app.plan.value;
  const periods = app.shown.value?.definition.periods ?? [];
  const period = periods.includes(asked) ? asked : periods[0];
  useEffect(() => {
    if (period !== undefined) app.study({ name: indicator.id, period });
  }, [app, indicator.id, period]);
  const state = app.studied.value;
  const study = state.kind === "done" ? state.found : undefined;
  const isHere = study?.name === indicator.id && study.period === period;
  const spec = useMemo(() => {
    if (study === undefined || !isHere || plan.kind !== "ready") return undefined;
    const run = runResultOf(study.result, plan.plan, app.version);
    return quantityDriversSpec(run, { ...study, indicator }, language);
  }, [study, isHere, plan, indicator, language, app.version]);
  return (
    <>
      {periods.length > 1 && (
        <label class="card-drivers-year">
          <span class="quiet">{t.drivers.year}</span>
          <select
            class="field"
            value={String(period)}
            onChange={(event) => onYear(Number(event.currentTarget.value))}
          >
            {periods.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      )}
      {spec === undefined ? (
        <p class="quiet">
          {state.kind === "failed" || state.kind === "stopped"
            ? t.drivers[state.kind]
            : isHere
              ? t.drivers.noneOfIndicator
              : t.drivers.drawing}
        </p>
      ) : (
        <AppChart spec={spec} />
      )}
    </>
  );
}
