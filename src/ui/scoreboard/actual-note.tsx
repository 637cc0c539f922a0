import "./actual-note.css";
import { formatNumber } from "../../core/format/format-number.ts";
import { formatPercent } from "../../core/format/format-probability.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { ScoreboardRow } from "../../state/scoreboard-rows.ts";
import { useApp, useWords } from "../app-context.ts";

export interface ActualNoteProps {
  readonly rows: readonly ScoreboardRow[];
  readonly result: ScenarioResult;
}

/** Says how many targets were hit in the end, beside what the model expected, and switches it all off. */
export function ActualNote({ rows, result }: ActualNoteProps) {
  const { t } = useWords();
  const { preferences } = useApp();
  const verdicts = rows.map(({ actual }) => actual?.hit).filter((hit) => hit !== undefined);
  if (rows.every(({ actual }) => actual === undefined)) return null;
  const isShown = preferences.actuals.value;
  const hit = verdicts.filter((verdict) => verdict).length;
  return (
    <div class="actual-note">
      <label class="actual-switch">
        <input
          type="checkbox"
          checked={isShown}
          onChange={() => preferences.setActuals(!isShown)}
        />
        {t.actual.show}
      </label>
      <span class="quiet">
        {t.actual.mark}
        {isShown && `${t.semicolon}${t.actual.tally(verdicts.length, hit)}`}
        {isShown && verdicts.length === rows.length && `${t.semicolon}${chance(hit)}`}
      </span>
    </div>
  );

  function chance(least: number): string {
    const { hitCount } = result.summary;
    const mean = hitCount.reduce((sum, share, k) => sum + k * share, 0);
    const share = hitCount.slice(least).reduce((sum, part) => sum + part, 0);
    return t.actual.chance(least, formatPercent(share, 1), formatNumber(mean, 1));
  }
}
