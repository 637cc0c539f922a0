import { readFileSync } from "node:fs";
import type { BacktestResult } from "../../src/core/backtest/backtest-result.ts";
import type { ScoreComparison } from "../../src/core/backtest/compare-scores.ts";
import { verdictOf } from "../../src/core/format/backtest-verdicts.ts";
import { formatCountOf } from "../../src/core/format/format-count-of.ts";
import { formatNumber } from "../../src/core/format/format-number.ts";
import { formatPercent } from "../../src/core/format/format-probability.ts";
import { formatBetter, formatDifference, scoreLines } from "../../src/core/format/score-lines.ts";
import type { Definition } from "../../src/core/model/definition.ts";

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** Scores and past targets of a backtest as they stand in the README of its model. */
export function backtestSection({ origins, summary }: BacktestResult): string {
  const table = [
    row(
      "score (lower is better)",
      "rival",
      "model",
      "rival's",
      "difference ± se",
      "better",
      "years",
      "verdict",
    ),
    row("---", "---", "---", "---", "---", "---", "---", "---"),
    ...scoreLines(summary).map(({ score, rival, comparison }) =>
      row(
        ...[score.en, rival.en],
        ...[formatNumber(comparison.model, 3), formatNumber(comparison.rival, 3)],
        ...[formatDifference(comparison), formatBetter(comparison), comparison.years],
        verdictOf(comparison).en,
      ),
    ),
  ];
  const targets = origins.flatMap((origin) => origin.targets);
  const odds = targets.map(({ year, indicator, target, probability, happened }) =>
    row(
      ...[year, `\`${indicator}\``, target.wording?.en ?? ""],
      ...[formatPercent(probability), happened ? "hit" : "missed"],
    ),
  );
  const oddsTable = [
    row("year", "target", "wording", "odds", "outcome"),
    row("---", "---", "---", "---", "---"),
  ];
  return [table, ...(odds.length === 0 ? [] : [[...oddsTable, ...odds]])]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** All backtests in a table, as it stands in the project's README. */
export function backtestOverview(
  backtests: readonly { readonly definition: Definition; readonly result: BacktestResult }[],
): string {
  const against = (comparison: ScoreComparison | undefined): string =>
    comparison === undefined
      ? "–"
      : `${formatNumber(comparison.model, 3)} : ${formatNumber(comparison.rival, 3)} (${formatCountOf(comparison.cases, "case", "cases")}, ${formatCountOf(comparison.years, "year", "years")})`;
  return [
    row(
      "model",
      "in the 90 % interval",
      "CRPS : as last year",
      "CRPS : past mean",
      "targets, Brier : base rate",
      "Brier : 50 % always",
    ),
    row("---", "---", "---", "---", "---", "---"),
    ...backtests.map(({ definition, result: { summary } }) => {
      const widest = summary.coverage.at(-1);
      const { crps, targets } = summary;
      return row(
        `[${definition.id}](models/${definition.id}/README.md)`,
        widest === undefined ? "–" : `${widest.covered} of ${widest.cases} outcomes`,
        ...[against(crps.noChange), against(crps.pastMean)],
        ...[against(targets.baseRate?.brier), against(targets.half?.brier)],
      );
    }),
  ].join("\n");
}

/** A README with what stands between its two marks replaced. */
export function withSection(file: string, section: string): string {
  const readme = readFileSync(file, "utf8");
  const pattern = /(<!-- backtest:start -->\n)[\s\S]*?(\n<!-- backtest:end -->)/;
  if (!pattern.test(readme)) throw new Error(`${file} has no place for a backtest.`);
  return readme.replace(pattern, (_, start: string, end: string) => `${start}${section}${end}`);
}
