import "./drivers.css";
import { useMemo } from "preact/hooks";
import { Chart } from "../../charts/chart.tsx";
import { driversSpec } from "../../charts/drivers-spec.ts";
import { downloadChart } from "../../export/download-chart.ts";
import { useApp, useWords } from "../app-context.ts";
import { themeOf } from "../page/bind-appearance.ts";
import { runResultOf } from "../run-result-of.ts";
import type { TargetChartsProps } from "./target-charts.tsx";

/** The assumptions that move a target's probability most; they arrive after the odds. */
export function Drivers({ plan, result, target, isStale }: TargetChartsProps) {
  const { t, language } = useWords();
  const app = useApp();
  const drivers = app.drivers.value;
  const sensitivity = drivers.kind === "done" ? drivers.found : undefined;
  const spec = useMemo(() => {
    if (sensitivity === undefined) return undefined;
    const run = runResultOf(result, plan, app.version);
    return driversSpec(run, sensitivity, target.id, language);
  }, [sensitivity, result, plan, target.id, language, app.version]);
  if (spec !== undefined) {
    return (
      <section class="detail-section" aria-label={t.drivers.title}>
        <Chart
          spec={spec}
          theme={themeOf(app.preferences)}
          stale={isStale}
          onExport={(format, chart) => void downloadChart(chart, format)}
        />
      </section>
    );
  }
  return (
    <section
      class="detail-section drivers-note"
      aria-labelledby="drivers-title"
      aria-busy={drivers.kind === "pending"}
    >
      <h3 id="drivers-title">{t.drivers.title}</h3>
      <p class="quiet">{drivers.kind === "done" ? t.drivers.none : t.drivers[drivers.kind]}</p>
    </section>
  );
}
