import { formatChange, formatNumber } from "../../core/format/format-number.ts";
import { isWithinNoise, type PairedChange } from "../../state/paired-change.ts";
import { useWords } from "../app-context.ts";
import { Hint } from "../controls/hint.tsx";

/** A signed change in percentage points with its direction; grey where it may be noise. */
export function ChangeMark({ change }: { readonly change: PairedChange }) {
  const { t } = useWords();
  const isNoise = isWithinNoise(change);
  const points = formatChange(change.difference * 100, 1);
  const words = t.board.points(points, formatNumber(change.standardError * 100, 2));
  const direction = change.difference > 0 ? "up" : "down";
  const isFlat = isNoise || points.startsWith("±");
  return (
    <Hint
      className={`change ${isNoise ? "change-noise" : `change-${direction}`}`}
      text={isNoise ? `${words}${t.comma}${t.board.noise}` : words}
      align="end"
    >
      <span class="change-sign" aria-hidden="true">
        {isFlat ? "" : direction === "up" ? "▲" : "▼"}
      </span>
      {points}
    </Hint>
  );
}
