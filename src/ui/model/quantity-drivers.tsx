import { useEffect, useMemo, useState } from "preact/hooks";
import { Chart } from "../../charts/chart.tsx";
import { quantityDriversSpec } from "../../charts/quantity-drivers-spec.ts";
import type { Indicator } from "../../core/model/definition.ts";
import { downloadChart } from "../../export/download-chart.ts";
import { useApp, useWords } from "../app-context.ts";
import { themeOf } from "../page/bind-appearance.ts";
import { runResultOf } from "../run-result-of.ts";

export interface QuantityDriversProps {
  readonly indicator: Indicator;
}

/** What drives an indicator, computed when it is asked for. */
export function QuantityDrivers({ indicator }: QuantityDriversProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="card-drivers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.drivers.ofIndicator}</summary>
      {isOpen && <Study indicator={indicator} />}
    </details>
  );
}

function Study({ indicator }: QuantityDriversProps) {
  const { t, language } = useWords();
  const app = useApp();
  const plan = app.plan.value;
  const periods = app.shown.value?.definition.periods ?? [];
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const period = chosen ?? periods[0];
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
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
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
        <Chart
          spec={spec}
          theme={themeOf(app.preferences)}
          onExport={(format, chart) => void downloadChart(chart, format)}
        />
      )}
    </>
  );
}
