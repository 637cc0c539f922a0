import type { Cell } from "../../charts/chart-spec.ts";
import { csvText } from "../../export/csv.ts";
import type { ComparisonColumn, ComparisonRow } from "../../state/comparison.ts";
import { headlineSet } from "../../state/headline-set.ts";
import { summariseHitCount } from "../../state/hit-count.ts";
import type { Words } from "../text/words.ts";

/**
 * Writes the comparison as CSV: a row per target, and per scenario its probability, standard error,
 * difference from the baseline in percentage points and that difference's paired standard error;
 * then what all targets add up to, and what it takes to compute each column again.
 */
export function comparisonCsv(
  columns: readonly ComparisonColumn[],
  rows: readonly ComparisonRow[],
  { t, say }: Words,
): string {
  const head: Cell[] = [t.csv.id, t.compare.target, t.detail.commitment];
  for (const { scenario } of columns) {
    const title = say(scenario.title);
    head.push(
      `${title} ${t.board.probability}`,
      `${title} ${t.csv.standardError}`,
      `${title} ${t.compare.difference}`,
      `${title} ${t.csv.differenceError}`,
    );
  }
  const body = rows.map((row): Cell[] => [
    row.target.id,
    say(row.target.label),
    t.board[row.target.commitment],
    ...row.cells.flatMap((cell): Cell[] => [
      cell?.summary.probability,
      cell?.summary.standardError,
      cell?.change === undefined ? undefined : cell.change.difference * 100,
      cell?.change === undefined ? undefined : cell.change.standardError * 100,
    ]),
  ]);
  const headline = headlineSet(rows.map(({ target }) => target));
  const perScenario = (label: string, value: (column: ComparisonColumn) => Cell): Cell[] => [
    "",
    label,
    "",
    ...columns.flatMap((column): Cell[] => [value(column), undefined, undefined, undefined]),
  ];
  return csvText([
    head,
    ...body,
    perScenario(
      headline === "binding" ? t.summary.allBinding : t.summary.allTargets,
      ({ result }) => result?.summary.joint.find(({ set }) => set === headline)?.probability,
    ),
    perScenario(t.compare.count, ({ result }) =>
      result === undefined ? undefined : summariseHitCount(result.summary.hitCount).mean,
    ),
    perScenario(t.run.draws, ({ result }) => result?.draws),
    perScenario(t.run.seed, ({ result }) => result?.seed),
    perScenario(t.model.hash, ({ result }) => result?.modelHash),
  ]);
}
