import { correlatedGroups } from "../../core/model/correlated-groups.ts";
import type { Definition } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";
import { plainNumber } from "../text/expression-parts.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { SourceNote } from "./source-note.tsx";

/** Which correlated quantities are joined by Student's t copula, with how many degrees of freedom, and why. */
export function CopulaNotes({ definition }: { readonly definition: Definition }) {
  const { t, language } = useWords();
  const labelOf = (name: string) => findQuantity(definition, name)?.item.label[language] ?? name;
  const groups = correlatedGroups(definition.correlations, definition.copulas);
  return definition.copulas?.map((copula) => {
    const joined = groups.filter(({ choice }) => choice === copula);
    if (joined.length === 0) return null;
    const lists = joined.map(({ names }) => names.map(labelOf).join(t.listComma));
    return (
      <div class="correlation-note" key={lists[0]}>
        <p>{t.model.student(lists.join(t.semicolon), plainNumber(copula.df))}</p>
        <div class="quiet">
          <SourceNote source={copula.source} definition={definition} />
        </div>
      </div>
    );
  });
}
