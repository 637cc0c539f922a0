import "./drivers.css";
import { useMemo } from "preact/hooks";
import { driversSpec } from "../../charts/drivers-spec.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
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
        <AppChart spec={spec} stale={isStale} />
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
