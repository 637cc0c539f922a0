import { useWords } from "../app-context.ts";
import { ANNEX_WORDS } from "../text/annex-words.ts";

/** Headings of the annex's tables: what a row is called, then value, evidence and source. */
export function AnnexHeadRow({ first }: { readonly first: string }) {
  const { language } = useWords();
  const words = ANNEX_WORDS[language];
  return (
    <thead>
      <tr>
        {[first, words.value, words.evidence, words.source].map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
