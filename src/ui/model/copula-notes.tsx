import { correlatedGroups } from "../../core/model/correlated-groups.ts";
import type { Definition } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";
import { plainNumber } from "../text/expression-parts.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { SourceNote } from "./source-note.tsx";

/** Which correlated quantities are joined by Student's t copula, with how many degrees of freedom, and why. */
export function CopulaNotes({ definition }: { readonly definition: Definition }) {
  const { t, language } = useWords();
  const groups = correlatedGroups(definition.correlations, definition.copulas);
  return groups.map(({ names, choice }) => {
    if (choice === undefined) return null;
    const labels = names.map(
      (name) => findQuantity(definition, name)?.item.label[language] ?? name,
    );
    return (
      <div class="correlation-note" key={names[0]}>
        <p>{t.model.student(labels.join(t.listComma), plainNumber(choice.df))}</p>
        <div class="quiet">
          <SourceNote source={choice.source} definition={definition} />
        </div>
      </div>
    );
  });
}
