import type { BacktestResult } from "../../core/backtest/backtest-result.ts";
import { backtestFindings } from "../../core/format/backtest-findings.ts";
import type { Plan } from "../../state/plan.ts";
import { useWords } from "../app-context.ts";
import { BacktestCharts } from "./backtest-charts.tsx";
import { BacktestMargins } from "./backtest-margins.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import { PastTargetTable } from "./past-target-table.tsx";
import { QuantityCaseTable } from "./quantity-case-table.tsx";
import { ScoreTable } from "./score-table.tsx";

export interface BacktestReportProps {
  readonly result: BacktestResult;
  readonly plan: Plan;
}

/** What a backtest says, its scores, charts and every case. */
export function BacktestReport({ result, plan }: BacktestReportProps) {
  const { say } = useWords();
  const { backtest, origins, summary } = result;
  const [first, ...others] = backtestFindings(plan.definition, backtest, origins, summary);
  return (
    <>
      <section class="backtest-findings">
        {first !== undefined && <p class="backtest-lead">{say(first)}</p>}
        <ul>
          {others.map((finding) => (
            <li key={finding.en}>{say(finding)}</li>
          ))}
        </ul>
      </section>
      <ScoreTable summary={summary} />
      <CoverageTable summary={summary} />
      <BacktestCharts result={result} plan={plan} />
      <PastTargetTable result={result} definition={plan.definition} />
      <QuantityCaseTable result={result} definition={plan.definition} />
      <BacktestMargins result={result} definition={plan.definition} />
    </>
  );
}
