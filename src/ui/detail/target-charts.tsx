import { useMemo } from "preact/hooks";
import { exceedanceSpec } from "../../charts/exceedance-spec.ts";
import { histogramSpec } from "../../charts/histogram-spec.ts";
import type { Target } from "../../core/model/definition.ts";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";

export interface TargetChartsProps {
  readonly plan: Plan;
  readonly result: ScenarioResult;
  readonly target: Target;
  readonly isStale: boolean;
  /** What was observed afterwards, in the indicator's unit, where it is to be shown. */
  readonly actual?: number | undefined;
}

/** Histogram with the hit area, and the chance of reaching each level. */
export function TargetCharts({ plan, result, target, isStale, actual }: TargetChartsProps) {
  const { language } = useWords();
  const app = useApp();
  const specs = useMemo(() => {
    const run = runResultOf(result, plan, app.version);
    return [
      histogramSpec(run, target.id, language, actual),
      exceedanceSpec(run, target.id, language, actual),
    ];
  }, [result, plan, target.id, language, app.version, actual]);
  return (
    <>
      {specs.map((spec) => (
        <section key={spec.id} class="detail-section">
          <AppChart spec={spec} height={240} stale={isStale} />
        </section>
      ))}
    </>
  );
}
