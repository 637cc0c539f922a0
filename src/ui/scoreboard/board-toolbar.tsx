import "./board-toolbar.css";
import { useId } from "preact/hooks";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { CommitmentFilter, SortKey } from "../../state/scoreboard-rows.ts";
import { useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { BoardDownload } from "./board-download.tsx";

export interface BoardToolbarProps {
  readonly result: ScenarioResult;
  readonly count: number;
  readonly total: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly commitment: CommitmentFilter;
  readonly onCommitment: (commitment: CommitmentFilter) => void;
  readonly sort: SortKey;
  readonly onSort: (sort: SortKey) => void;
  readonly hasChanges: boolean;
}

/** Filter, order and download of the scoreboard. */
export function BoardToolbar(props: BoardToolbarProps) {
  const { t } = useWords();
  const sortId = useId();
  return (
    <div class="board-toolbar">
      <h2 id="board-title" class="board-title" aria-live="polite">
        {t.board.shown(props.count, props.total)}
      </h2>
      <input
        type="search"
        class="field board-search"
        placeholder={t.board.search}
        aria-label={t.board.search}
        value={props.text}
        onInput={(event) => props.onText(event.currentTarget.value)}
      />
      <Choice
        label={t.board.commitment}
        value={props.commitment}
        options={[
          { value: "all", label: t.board.all },
          { value: "binding", label: t.board.onlyBinding },
          { value: "expected", label: t.board.onlyExpected },
        ]}
        onChange={props.onCommitment}
      />
      <label class="visually-hidden" for={sortId}>
        {t.board.sort}
      </label>
      <select
        id={sortId}
        class="field board-sort"
        value={props.sort}
        onChange={(event) => props.onSort(event.currentTarget.value as SortKey)}
      >
        <option value="plan">{t.board.sortPlan}</option>
        <option value="probability">{t.board.sortProbability}</option>
        {props.hasChanges && <option value="change">{t.board.sortChange}</option>}
      </select>
      <BoardDownload result={props.result} />
    </div>
  );
}
