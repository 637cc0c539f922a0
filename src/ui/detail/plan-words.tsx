import type { Definition, Target } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";
import { SourceNote } from "../model/source-note.tsx";
import { readingOf } from "../text/reading.ts";

export interface PlanWordsProps {
  readonly target: Target;
  readonly definition: Definition;
}

/** The plan's own words, how they are read, and where they stand. */
export function PlanWords({ target, definition }: PlanWordsProps) {
  const { t, say, language } = useWords();
  const reading = readingOf(target, definition, language);
  return (
    <dl class="plan-words">
      <div>
        <dt>{t.detail.wording}</dt>
        <dd>
          <q>{say(target.wording)}</q>
          <span class="quiet">
            {t.open}
            {t.board[target.commitment]}
            {t.shut}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t.detail.reading}</dt>
        <dd>
          {reading.full}
          {reading.stretch !== undefined && `${t.semicolon}${t.reading.stretch(reading.stretch)}`}
          {target.cumulative !== undefined &&
            `${t.semicolon}${t.reading.cumulative(...target.cumulative)}`}
          {target.compounded !== undefined &&
            `${t.semicolon}${t.reading.compounded(...target.compounded)}`}
        </dd>
      </div>
      <div>
        <dt>{t.detail.note}</dt>
        <dd>
          <SourceNote source={target.source} definition={definition} />
        </dd>
      </div>
    </dl>
  );
}
