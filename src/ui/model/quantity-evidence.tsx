import type { Definition } from "../../core/model/definition.ts";
import { evidenceOf } from "../../core/model/evidence.ts";
import { useWords } from "../app-context.ts";
import { EVIDENCE_WORDS } from "../text/evidence-words.ts";
import type { Quantity } from "../text/find-quantity.ts";
import { EstimateTable } from "./estimate-table.tsx";
import { EvidenceChart } from "./evidence-chart.tsx";
import { EvidenceFacts } from "./evidence-facts.tsx";
import { EvidenceTag } from "./evidence-tag.tsx";

export interface QuantityEvidenceProps {
  /** Without any scenario. */
  readonly quantity: Exclude<Quantity, { kind: "indicator" }>;
  readonly definition: Definition;
  /** Whether the scenario on show has changed it. */
  readonly isChanged: boolean;
}

/** What an assumption rests on: kind of evidence, the estimate in full, and a picture of it. */
export function QuantityEvidence({ quantity, definition, isChanged }: QuantityEvidenceProps) {
  const { language } = useWords();
  const { item } = quantity;
  const estimate = definition.estimates.find(({ id }) => id === item.estimate?.estimate);
  return (
    <>
      <p>
        <EvidenceTag kind={evidenceOf(item)} />
        {isChanged && <span class="quiet"> · {EVIDENCE_WORDS[language].changed}</span>}
      </p>
      <EvidenceFacts item={item} definition={definition} />
      {estimate !== undefined && item.estimate !== undefined && (
        <EstimateTable estimate={estimate} part={item.estimate.part} definition={definition} />
      )}
      <EvidenceChart quantity={quantity} definition={definition} />
    </>
  );
}
