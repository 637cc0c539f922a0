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

/** What was observed afterwards: the value, whether it hit, and its percentile among the draws. */
export function ActualMark({ actual, unit }: ActualMarkProps) {
  const { t, language } = useWords();
  const rank = percentile(actual.share);
  return (
    <Hint className="actual" text={`${t.actual.percentile(rank)}${t.semicolon}${t.actual.mark}`}>
      <span>
        <span class="actual-sign" aria-hidden="true">
          ◆
        </span>
        {t.actual.value(formatObserved(actual.value, unit, language))}
      </span>
      {actual.hit !== undefined && (
        <span class={actual.hit ? "actual-hit" : "actual-missed"}>
          {actual.hit ? t.actual.hit : t.actual.missed}
        </span>
      )}
      <span>{t.actual.rank(rank)}</span>
    </Hint>
  );
}
