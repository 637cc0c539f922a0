import { useId } from "preact/hooks";
import { distributionWords } from "../../core/format/distribution-words.ts";
import type { Definition, Input, Parameter } from "../../core/model/definition.ts";
import { evidenceOf } from "../../core/model/evidence.ts";
import { unitLabel } from "../../core/model/unit.ts";
import { useWords } from "../app-context.ts";
import { EvidenceFacts } from "../model/evidence-facts.tsx";
import { EvidenceTag } from "../model/evidence-tag.tsx";
import { SourceNote } from "../model/source-note.tsx";
import { ANNEX_WORDS } from "../text/annex-words.ts";
import { AnnexHeadRow } from "./annex-head-row.tsx";

export interface AnnexQuantitiesProps {
  readonly title: string;
  readonly definition: Definition;
  readonly items: readonly (Input | Parameter)[];
}

/** A group of inputs or parameters, each with value, evidence and source; nothing for an empty group. */
export function AnnexQuantities({ title, definition, items }: AnnexQuantitiesProps) {
  const { language } = useWords();
  const words = ANNEX_WORDS[language];
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section class="annex-section" aria-labelledby={id}>
      <h3 id={id}>
        {title} <span class="quiet">{items.length}</span>
      </h3>
      <table class="data-table stacks-on-phone annex-table">
        <AnnexHeadRow first={words.name} />
        <tbody>
          {items.map((item) => (
            <QuantityRow key={item.id} item={item} definition={definition} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface QuantityRowProps {
  readonly item: Input | Parameter;
  readonly definition: Definition;
}

function QuantityRow({ item, definition }: QuantityRowProps) {
  const { t, say, language } = useWords();
  const { distribution, distributionText, unit } = item;
  const estimate = definition.estimates.find(({ id }) => id === item.estimate?.estimate);
  return (
    <tr>
      <th scope="row">
        {say(item.label)}
        {"lever" in item && item.lever && <span class="tag">{t.card.lever}</span>}
        <span class="mono annex-symbol">{item.id}</span>
      </th>
      <td data-label={ANNEX_WORDS[language].value}>
        <p>{distributionWords(distribution, unit, language)}</p>
        <p class="mono annex-symbol">
          {[
            ...(distribution.kind === "constant" ? [] : [distributionText]),
            ...(unit === "1" ? [] : [unitLabel(unit, language)]),
          ].join(" · ")}
        </p>
      </td>
      <td data-label={ANNEX_WORDS[language].evidence}>
        <EvidenceTag kind={evidenceOf(item)} />
        <div class="annex-facts">
          <EvidenceFacts item={item} definition={definition} />
        </div>
      </td>
      <td data-label={ANNEX_WORDS[language].source}>
        <SourceNote source={item.source} definition={definition} />
        {estimate?.priorSource !== undefined && (
          <div class="annex-facts">
            <p class="quiet">{ANNEX_WORDS[language].priorSource}</p>
            <SourceNote source={estimate.priorSource} definition={definition} />
          </div>
        )}
      </td>
    </tr>
  );
}
