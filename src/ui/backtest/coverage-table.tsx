import type { BacktestSummary } from "../../core/backtest/summarise-backtest.ts";
import { formatPercent } from "../../core/format/format-probability.ts";
import { useWords } from "../app-context.ts";
import { TableSection } from "./table-section.tsx";

/** How often central intervals held what happened. */
export function CoverageTable({ summary }: { readonly summary: BacktestSummary }) {
  const { t } = useWords();
  const words = t.backtest;
  if (summary.coverage.length === 0) return null;
  return (
    <TableSection
      title={words.coverage}
      columns={[
        { label: words.interval },
        { label: words.held, isNumber: true },
        { label: words.share, isNumber: true },
        { label: words.shareInterval, isNumber: true },
      ]}
    >
      {summary.coverage.map(({ level, covered, cases, interval95: [low, high] }) => (
        <tr key={level}>
          <th scope="row">{formatPercent(level)}</th>
          <td class="is-number">
            {covered}/{cases}
          </td>
          <td class="is-number">{formatPercent(covered / cases)}</td>
          <td class="is-number">
            {formatPercent(low)}–{formatPercent(high)}
          </td>
        </tr>
      ))}
    </TableSection>
  );
}
