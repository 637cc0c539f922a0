import { FEW_PAIRS } from "../../core/estimation/estimate-correlations.ts";
import { formatChange, formatNumber } from "../../core/format/format-number.ts";
import { yearSpans } from "../../core/format/year-spans.ts";
import type { Correlation } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";
import { EVIDENCE_WORDS } from "../text/evidence-words.ts";

export interface CorrelationFactsProps {
  readonly estimate: NonNullable<Correlation["estimate"]>;
}

/** What a correlation was estimated from, and how far it was shrunk. */
export function CorrelationFacts({ estimate }: CorrelationFactsProps) {
  const { t, language } = useWords();
  const words = EVIDENCE_WORDS[language];
  const { series, years, raw, shrinkage } = estimate;
  return (
    <p>
      {words.correlation(
        series.join(t.listComma),
        years.length,
        yearSpans(years, language),
        formatChange(raw, 2),
        formatNumber(shrinkage, 2),
      )}
      {years.length < FEW_PAIRS && ` ${words.fewYears(FEW_PAIRS)}`}
    </p>
  );
}
