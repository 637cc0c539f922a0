import { formatChange } from "../../core/format/format-number.ts";
import type { Definition } from "../../core/model/definition.ts";
import { evidenceOf } from "../../core/model/evidence.ts";
import {
  type RepairedCorrelation,
  repairedCorrelations,
} from "../../core/model/repaired-correlations.ts";
import { useApp, useWords } from "../app-context.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { CopulaNotes } from "./copula-notes.tsx";
import { CorrelationFacts } from "./correlation-facts.tsx";
import { EvidenceTag } from "./evidence-tag.tsx";
import { SourceNote } from "./source-note.tsx";

/** The pairs that move together, with their rank correlation and its source, how they are joined and what was repaired. */
export function CorrelationList({ definition }: { readonly definition: Definition }) {
  const { t } = useWords();
  if (definition.correlations.length === 0) return <p class="quiet">{t.model.noCorrelations}</p>;
  const repaired = repairedCorrelations(definition);
  const repairOf = (between: readonly string[]) =>
    repaired.find((pair) => pair.between.every((name) => between.includes(name)));
  const isSet = (pair: RepairedCorrelation) =>
    definition.correlations.some(({ between }) => repairOf(between) === pair);
  return (
    <>
      <CopulaNotes definition={definition} />
      <RepairNote definition={definition} repaired={repaired} />
      <ul class="correlations">
        {definition.correlations.map((correlation) => {
          const { between, rank, estimate, source } = correlation;
          return (
            <li key={between.join(" ")}>
              <Pair
                definition={definition}
                between={between}
                rank={rank}
                repair={repairOf(between)}
              />
              <div class="quiet">
                <EvidenceTag kind={evidenceOf(correlation)} />
                {estimate !== undefined && <CorrelationFacts estimate={estimate} />}
                <SourceNote source={source} definition={definition} />
              </div>
            </li>
          );
        })}
        {repaired
          .filter((pair) => !isSet(pair))
          .map((pair) => (
            <li key={pair.between.join(" ")}>
              <Pair definition={definition} between={pair.between} rank={0} repair={pair} />
              <p class="quiet">{t.model.unsetPair}</p>
            </li>
          ))}
      </ul>
    </>
  );
}

interface PairProps {
  readonly definition: Definition;
  readonly between: readonly string[];
  readonly rank: number;
  readonly repair: RepairedCorrelation | undefined;
}

function Pair({ definition, between, rank, repair }: PairProps) {
  const { t, language } = useWords();
  const app = useApp();
  const asked = formatChange(rank, 2);
  return (
    <p class="correlation-pair">
      <span>
        {between.map((name, index) => (
          <span key={name}>
            {index > 0 && t.change.and}
            <a href={app.href({ view: { kind: "model", name } })}>
              {findQuantity(definition, name)?.item.label[language] ?? name}
            </a>
          </span>
        ))}
      </span>
      <span title={t.model.rank}>
        {repair === undefined ? asked : t.model.repairedPair(asked, formatChange(repair.used, 2))}
      </span>
    </p>
  );
}

interface RepairNoteProps {
  readonly definition: Definition;
  readonly repaired: readonly RepairedCorrelation[];
}

function RepairNote({ definition, repaired }: RepairNoteProps) {
  const { t, language } = useWords();
  const [largest] = repaired;
  if (largest === undefined) return null;
  const pair = largest.between
    .map((name) => findQuantity(definition, name)?.item.label[language] ?? name)
    .join(t.change.and);
  return (
    <p class="correlation-note">
      {t.model.repaired(
        repaired.length,
        pair,
        formatChange(largest.asked, 2),
        formatChange(largest.used, 2),
      )}
    </p>
  );
}
