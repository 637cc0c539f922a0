import "./actual-mark.css";
import { formatObserved } from "../../core/format/format-quantity.ts";
import type { ActualValue } from "../../core/results/actual-value.ts";
import { useWords } from "../app-context.ts";
import { Hint } from "../controls/hint.tsx";
import { percentile } from "../text/percentile.ts";

export interface ActualMarkProps {
  readonly actual: ActualValue;
  /** As written in the model file. */
  readonly unit: string;
}

/** What was observed afterwards: the value and whether it hit, with its place among the draws on hover. */
export function ActualMark({ actual, unit }: ActualMarkProps) {
  const { t, language } = useWords();
  const place = t.actual.percentile(percentile(actual.share));
  return (
    <Hint className="actual" text={`${place}${t.semicolon}${t.actual.mark}`}>
      <span class="actual-sign" aria-hidden="true">
        ◆
      </span>
      {t.actual.value(formatObserved(actual.value, unit, language))}
      {actual.hit !== undefined && (
        <span class={actual.hit ? "actual-hit" : "actual-missed"}>
          {actual.hit ? t.actual.hit : t.actual.missed}
        </span>
      )}
    </Hint>
  );
}
