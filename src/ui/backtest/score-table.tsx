import type { BacktestSummary } from "../../core/backtest/summarise-backtest.ts";
import { verdictOf } from "../../core/format/backtest-verdicts.ts";
import { formatNumber } from "../../core/format/format-number.ts";
import { formatBetter, formatDifference, scoreLines } from "../../core/format/score-lines.ts";
import { useWords } from "../app-context.ts";
import { TableSection } from "./table-section.tsx";

/** The model's scores beside those of simple rivals, with what the differences are worth. */
export function ScoreTable({ summary }: { readonly summary: BacktestSummary }) {
  const { t, say } = useWords();
  const words = t.backtest;
  const lines = scoreLines(summary);
  if (lines.length === 0) return null;
  return (
    <TableSection
      title={words.scores}
      note={words.scoresNote}
      columns={[
        { label: words.score },
        { label: words.rival },
        { label: words.modelScore, isNumber: true },
        { label: words.rivalScore, isNumber: true },
        { label: words.difference, isNumber: true },
        { label: words.better, isNumber: true },
        { label: words.years, isNumber: true },
        { label: words.verdict },
      ]}
    >
      {lines.map(({ id, score, rival, comparison }) => (
        <tr key={id}>
          <th scope="row">{say(score)}</th>
          <td>{say(rival)}</td>
          <td class="is-number">{formatNumber(comparison.model, 3)}</td>
          <td class="is-number">{formatNumber(comparison.rival, 3)}</td>
          <td class="is-number">{formatDifference(comparison)}</td>
          <td class="is-number">{formatBetter(comparison)}</td>
          <td class="is-number">{comparison.years}</td>
          <td class="is-text">{say(verdictOf(comparison))}</td>
        </tr>
      ))}
    </TableSection>
  );
}
