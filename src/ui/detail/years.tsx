import { useMemo } from "preact/hooks";
import { fanSpec } from "../../charts/fan-spec.ts";
import { targetSubject } from "../../charts/fan-subject.ts";
import { paceSpec } from "../../charts/pace-spec.ts";
import { yearlyOddsSpec } from "../../charts/yearly-odds-spec.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import { useHorizon } from "../use-horizon.ts";
import type { TargetChartsProps } from "./target-charts.tsx";

/** A target over the years of the plan: fan chart, probability by year, and the pace that is needed. */
export function Years({ plan, result, target, isStale }: TargetChartsProps) {
  const { t, language } = useWords();
  const app = useApp();
  const horizon = useHorizon();
  const specs = useMemo(() => {
    if (horizon === undefined) return undefined;
    const run = runResultOf(horizon, plan, app.version);
    const subject = targetSubject(run, target, language);
    return [
      subject && fanSpec(run, subject, language),
      paceSpec(run, target, language),
      yearlyOddsSpec(run, target, language),
    ].filter((spec) => spec !== undefined);
  }, [horizon, plan, target, language, app.version]);
  if (result.definition.periods.length < 2) return null;
  if (specs === undefined) {
    const { kind } = app.horizon.value;
    return (
      <section class="detail-section" aria-labelledby="years-title" aria-busy={kind === "pending"}>
        <h3 id="years-title">{t.years.title}</h3>
        <p class="quiet">{t.years[kind === "done" ? "pending" : kind]}</p>
      </section>
    );
  }
  return (
    <>
      {specs.map((spec) => (
        <section key={spec.id} class="detail-section" aria-label={spec.title}>
          <AppChart spec={spec} height={220} stale={isStale} />
        </section>
      ))}
    </>
  );
}
