import "./scoreboard.css";
import { BASELINE } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import {
  filterRows,
  groupRows,
  type ScoreboardRow,
  sortRows,
} from "../../state/scoreboard-rows.ts";
import { type BoardView, boardList, changedView, type ViewPart } from "../../state/view.ts";
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
  const { view } = app.route.value;
  const { find: text = "", only: commitment = "all", sort = "plan" } = boardList(view);
  const put = (part: ViewPart<BoardView>): void => {
    const now = app.route.peek().view;
    if (now.kind === "scoreboard") app.go({ view: changedView(now, part) });
    if (now.kind === "target") app.go({ view: changedView(now, { ...part, kind: "target" }) });
  };
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
        onText={(find) => put({ find: find || undefined })}
        commitment={commitment}
        onCommitment={(only) => put({ only: only === "all" ? undefined : only })}
        sort={key}
        onSort={(next) => put({ sort: next === "plan" ? undefined : next })}
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
              onClick={() => put({ find: undefined, only: undefined })}
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
