import { formatChange } from "../../core/format/format-number.ts";
import type { Definition } from "../../core/model/definition.ts";
import { useApp, useWords } from "../app-context.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { SourceNote } from "./source-note.tsx";

/** The pairs that move together, with their rank correlation and its source. */
export function CorrelationList({ definition }: { readonly definition: Definition }) {
  const { t, language } = useWords();
  const app = useApp();
  if (definition.correlations.length === 0) return <p class="quiet">{t.model.noCorrelations}</p>;
  return (
    <ul class="correlations">
      {definition.correlations.map(({ between, rank, source }) => (
        <li key={between.join(" ")}>
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
            <span title={t.model.rank}>{formatChange(rank, 2)}</span>
          </p>
          <div class="quiet">
            <SourceNote source={source} definition={definition} />
          </div>
        </li>
      ))}
    </ul>
  );
}
