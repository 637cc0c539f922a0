import "./scoreboard.css";
import { useState } from "preact/hooks";
import { BASELINE } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import {
  type CommitmentFilter,
  filterRows,
  groupRows,
  type ScoreboardRow,
  type SortKey,
  sortRows,
} from "../../state/scoreboard-rows.ts";
import { useApp, useWords } from "../app-context.ts";
import { ActualNote } from "./actual-note.tsx";
import { BoardSection } from "./board-section.tsx";
import { BoardToolbar } from "./board-toolbar.tsx";
import { moveRowFocus } from "./row-keys.ts";

export interface ScoreboardProps {
  readonly result: ScenarioResult;
  /** In plan order. */
  readonly rows: readonly ScoreboardRow[];
  readonly openTarget: string | undefined;
}

/** All targets with their probabilities, by section or sorted, filtered and folded as the user likes. */
export function Scoreboard({ result, rows, openTarget }: ScoreboardProps) {
  const { t } = useWords();
  const app = useApp();
  const [text, setText] = useState("");
  const [commitment, setCommitment] = useState<CommitmentFilter>("all");
  const [sort, setSort] = useState<SortKey>("plan");
  const hasChanges = result.scenario !== BASELINE;
  const key = sort === "change" && !hasChanges ? "plan" : sort;
  const kept = filterRows(rows, result.definition, { text, commitment });
  const groups = groupRows(sortRows(kept, key), result.definition, key);
  const isStale = app.staleReasons.value.length > 0;
  const isFiltered = text !== "" || commitment !== "all";
  return (
    <section class="board" aria-labelledby="board-title">
      <BoardToolbar
        result={result}
        count={kept.length}
        total={rows.length}
        text={text}
        onText={setText}
        commitment={commitment}
        onCommitment={setCommitment}
        sort={key}
        onSort={setSort}
        hasChanges={hasChanges}
      />
      <ActualNote rows={rows} result={result} />
      {kept.length === 0 ? (
        <p class="board-empty">
          {t.board.empty}
          {isFiltered && (
            <button
              type="button"
              class="button"
              onClick={() => {
                setText("");
                setCommitment("all");
              }}
            >
              {t.board.clear}
            </button>
          )}
        </p>
      ) : (
        <table class={`board-table ${isStale ? "is-stale" : ""}`} onKeyDown={moveRowFocus}>
          <caption class="visually-hidden">{t.board.keys}</caption>
          <thead>
            <tr>
              <th scope="col" class="cell-target">
                {t.board.target}
              </th>
              <th scope="col" class="cell-wording">
                {t.board.wording}
              </th>
              <th scope="col" class="cell-reading">
                {t.board.reading}
              </th>
              <th scope="col" class="cell-probability">
                {t.board.probability}
              </th>
              <th scope="col" class="cell-strip">
                {t.board.distribution}
              </th>
              {hasChanges && (
                <th scope="col" class="cell-change" title={t.board.changeHint}>
                  {t.board.change}
                </th>
              )}
            </tr>
          </thead>
          {groups.map((group) => (
            <BoardSection
              key={group.id}
              group={group}
              result={result}
              hasChanges={hasChanges}
              isFoldable={!isFiltered}
              openTarget={openTarget}
            />
          ))}
        </table>
      )}
    </section>
  );
}
