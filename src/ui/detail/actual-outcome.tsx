import { formatObserved } from "../../core/format/format-quantity.ts";
import type { Observation } from "../../core/model/series.ts";
import type { ActualValue } from "../../core/results/actual-value.ts";
import { useWords } from "../app-context.ts";
import { percentile } from "../text/percentile.ts";

export interface ActualOutcomeProps {
  readonly actual: ActualValue;
  /** As written in the model file. */
  readonly unit: string;
}

/** What was observed of a target afterwards, whether it hit, where it fell among the draws, and its source. */
export function ActualOutcome({ actual, unit }: ActualOutcomeProps) {
  const { t, language } = useWords();
  const verdict =
    actual.hit === undefined ? t.actual.unjudged : actual.hit ? t.actual.hit : t.actual.missed;
  return (
    <dl class="plan-words">
      <div>
        <dt>
          {t.actual.title}
          {t.open}
          {t.actual.mark}
          {t.shut}
        </dt>
        <dd>
          <p>
            <strong>{formatObserved(actual.value, unit, language)}</strong>
            {`${t.comma}${verdict}${t.semicolon}${t.actual.percentile(percentile(actual.share))}`}
          </p>
          {actual.observations.map((observation) => (
            <ObservationSource key={observation.year} observation={observation} />
          ))}
        </dd>
      </div>
    </dl>
  );
}

function ObservationSource({ observation }: { readonly observation: Observation }) {
  const { t } = useWords();
  const { source, published, note } = observation;
  return (
    <p class="quiet">
      {/^https?:/.test(source) ? (
        <a href={source} target="_blank" rel="noreferrer">
          {new URL(source).hostname}
        </a>
      ) : (
        source
      )}
      {`${t.open}${t.actual.published(published)}${t.shut}`}
      {note !== undefined && `${t.semicolon}${note}`}
    </p>
  );
}
