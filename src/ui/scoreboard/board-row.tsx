import { memo } from "preact/compat";
import { ProbabilityBar } from "../../charts/probability-bar.tsx";
import { formatPercent, formatProbability } from "../../core/format/format-probability.ts";
import type { ProbabilityEstimate } from "../../core/results/summary.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { ScoreboardRow } from "../../state/scoreboard-rows.ts";
import { boardList } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";
import { Estimate } from "../estimate.tsx";
import { readingOf } from "../text/reading.ts";
import { ActualMark } from "./actual-mark.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { TargetStrip } from "./target-strip.tsx";

export interface BoardRowProps {
  readonly row: ScoreboardRow;
  readonly result: ScenarioResult;
  readonly hasChanges: boolean;
  readonly isOpen: boolean;
}

/** One target: words, reading, probability, distribution, change. The whole row opens the detail. */
export const BoardRow = memo(function BoardRow({ row, result, hasChanges, isOpen }: BoardRowProps) {
  const { t, say, language } = useWords();
  const app = useApp();
  const { target, summary } = row;
  const reading = readingOf(target, result.definition, language);
  const actual = app.preferences.actuals.value ? row.actual : undefined;
  return (
    <tr class={`board-row ${isOpen ? "is-open" : ""}`}>
      <th scope="row" class="cell-target">
        <a
          data-row={target.id}
          class="row-link"
          href={app.href({
            view: { kind: "target", id: target.id, ...boardList(app.route.value.view) },
          })}
          aria-current={isOpen ? "true" : undefined}
        >
          {say(target.label)}
        </a>
        {target.commitment === "binding" && <span class="tag">{t.board.binding}</span>}
        <span class="row-wording">{say(target.wording)}</span>
        {summary.undefinedDraws > 0 && (
          <span class="row-undefined">
            {t.board.undefinedDraws(share(summary.undefinedDraws, result.draws))}
          </span>
        )}
      </th>
      <td class="cell-wording">{say(target.wording)}</td>
      <td class="cell-reading">
        <span>
          {reading.stretch !== undefined && <span class="tier">{t.board.ensure}</span>}
          {reading.short}
        </span>
        {reading.stretch !== undefined && (
          <span>
            <span class="tier">{t.board.strive}</span>
            {reading.stretch}
          </span>
        )}
        {actual !== undefined && <ActualMark actual={actual} unit={unitOf(row, result)} />}
      </td>
      <td class="cell-probability">
        <Probability estimate={summary} draws={result.draws} label={say(target.label)} />
        {summary.stretch !== undefined && (
          <Probability
            estimate={summary.stretch}
            draws={result.draws}
            label={`${say(target.label)}${t.comma}${t.board.strive}`}
            isStretch
          />
        )}
      </td>
      <td class="cell-strip">
        <TargetStrip result={result} id={target.id} title={reading.full} actual={actual?.value} />
      </td>
      {hasChanges && (
        <td class="cell-change" data-label={t.board.change}>
          {row.change !== undefined && <ChangeMark change={row.change} />}
        </td>
      )}
    </tr>
  );
});

interface ProbabilityProps {
  readonly estimate: ProbabilityEstimate;
  readonly draws: number;
  readonly label: string;
  readonly isStretch?: boolean;
}

function Probability({ estimate, draws, label, isStretch = false }: ProbabilityProps) {
  const { t } = useWords();
  return (
    <span class={`probability ${isStretch ? "probability-stretch" : ""}`}>
      <ProbabilityBar
        estimate={estimate}
        label={`${label}${t.colon}${formatProbability(estimate)}`}
        width={120}
        height={isStretch ? 8 : 12}
      />
      <span class="probability-number">
        <Estimate estimate={estimate} draws={draws} align="end" />
      </span>
    </span>
  );
}

const unitOf = ({ target }: ScoreboardRow, { definition }: ScenarioResult): string =>
  definition.indicators.find(({ id }) => id === target.indicator)?.unit ?? "1";

function share(part: number, whole: number): string {
  const value = part / whole;
  return value < 0.001 ? "<0.1%" : formatPercent(value, 1);
}
