import "./board-section.css";
import { formatNumber } from "../../core/format/format-number.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { RowGroup } from "../../state/scoreboard-rows.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { BoardRow } from "./board-row.tsx";

export interface BoardSectionProps {
  readonly group: RowGroup;
  readonly result: ScenarioResult;
  readonly hasChanges: boolean;
  /** Sections do not fold while a filter is set: what was found must be seen. */
  readonly isFoldable: boolean;
  readonly openTarget: string | undefined;
}

/** A section of the plan, which folds, with its rows. */
export function BoardSection({
  group,
  result,
  hasChanges,
  isFoldable,
  openTarget,
}: BoardSectionProps) {
  const { preferences } = useApp();
  const isFolded =
    isFoldable && group.label !== undefined && preferences.folded.value.has(group.id);
  return (
    <tbody class="board-section">
      {group.label !== undefined && (
        <SectionHeading
          group={group}
          isFolded={isFolded}
          columns={hasChanges ? 6 : 5}
          onToggle={() => preferences.setFolded(group.id, !isFolded)}
        />
      )}
      {!isFolded &&
        group.rows.map((row) => (
          <BoardRow
            key={row.target.id}
            row={row}
            result={result}
            hasChanges={hasChanges}
            isOpen={row.target.id === openTarget}
          />
        ))}
    </tbody>
  );
}

interface SectionHeadingProps {
  readonly group: RowGroup;
  readonly isFolded: boolean;
  readonly columns: number;
  readonly onToggle: () => void;
}

function SectionHeading({ group, isFolded, columns, onToggle }: SectionHeadingProps) {
  const { t, say } = useWords();
  const label = group.label === undefined ? "" : say(group.label);
  const expected = group.rows.reduce((sum, row) => sum + row.summary.probability, 0);
  return (
    <tr class="board-heading">
      <th scope="rowgroup" colSpan={columns}>
        <button
          type="button"
          aria-expanded={!isFolded}
          title={isFolded ? t.board.unfold(label) : t.board.fold(label)}
          onClick={onToggle}
        >
          <Icon name={isFolded ? "right" : "down"} />
          <span>{label}</span>
          <span class="quiet board-heading-count">
            {t.board.sectionCount(formatNumber(expected, 1), group.rows.length)}
          </span>
        </button>
      </th>
    </tr>
  );
}
