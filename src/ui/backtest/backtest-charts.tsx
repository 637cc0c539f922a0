import { useMemo } from "preact/hooks";
import { integralsSpec } from "../../charts/integrals-spec.ts";
import { reliabilitySpec } from "../../charts/reliability-spec.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import type { BacktestReportProps } from "./backtest-report.tsx";

/** Where outcomes fell in their distributions, and whether odds came true as often as they said. */
export function BacktestCharts({ result, plan }: BacktestReportProps) {
  const { language } = useWords();
  const app = useApp();
  const specs = useMemo(() => {
    const { origins } = result.backtest;
    const figures = {
      definition: plan.definition,
      summary: result.summary,
      years: [origins[0] ?? 0, origins.at(-1) ?? 0] as const,
      draws: result.draws,
      seed: result.seed,
      modelHash: plan.hash,
      version: app.version,
    };
    const hasOutcomes = result.summary.coverage.length > 0;
    return [
      hasOutcomes ? integralsSpec(figures, language) : undefined,
      reliabilitySpec(figures, language),
    ].filter((spec) => spec !== undefined);
  }, [result, plan, language, app.version]);
  return (
    <div class="backtest-charts">
      {specs.map((spec) => (
        <AppChart key={spec.id} spec={spec} />
      ))}
    </div>
  );
}
