import { formatChange } from "../../core/format/format-number.ts";
import type { Correlation, Definition } from "../../core/model/definition.ts";
import { evidenceOf } from "../../core/model/evidence.ts";
import { useWords } from "../app-context.ts";
import { CorrelationFacts } from "../model/correlation-facts.tsx";
import { EvidenceTag } from "../model/evidence-tag.tsx";
import { SourceNote } from "../model/source-note.tsx";
import { ANNEX_WORDS } from "../text/annex-words.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { AnnexHeadRow } from "./annex-head-row.tsx";

/** All correlations with their evidence; nothing where there are none. */
export function AnnexCorrelations({ definition }: { readonly definition: Definition }) {
  const { language } = useWords();
  const words = ANNEX_WORDS[language];
  if (definition.correlations.length === 0) return null;
  return (
    <section class="annex-section" aria-labelledby="annex-correlations">
      <h3 id="annex-correlations">
        {words.correlations} <span class="quiet">{definition.correlations.length}</span>
      </h3>
      <table class="data-table stacks-on-phone annex-table">
        <AnnexHeadRow first={words.pair} />
        <tbody>
          {definition.correlations.map((correlation) => (
            <CorrelationRow
              key={correlation.between.join(" ")}
              correlation={correlation}
              definition={definition}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CorrelationRowProps {
  readonly correlation: Correlation;
  readonly definition: Definition;
}

function CorrelationRow({ correlation, definition }: CorrelationRowProps) {
  const { t, language } = useWords();
  const words = ANNEX_WORDS[language];
  const { between, rank, estimate, source } = correlation;
  const labels = between.map(
    (name) => findQuantity(definition, name)?.item.label[language] ?? name,
  );
  return (
    <tr>
      <th scope="row">{labels.join(t.change.and)}</th>
      <td data-label={words.value}>{words.rank(formatChange(rank, 2))}</td>
      <td data-label={words.evidence}>
        <EvidenceTag kind={evidenceOf(correlation)} />
        {estimate !== undefined && (
          <div class="annex-facts">
            <CorrelationFacts estimate={estimate} />
          </div>
        )}
      </td>
      <td data-label={words.source}>
        <SourceNote source={source} definition={definition} />
      </td>
    </tr>
  );
}
