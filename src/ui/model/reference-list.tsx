import type { Definition } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";

/** Documents, data sets and papers that the model cites. */
export function ReferenceList({ definition }: { readonly definition: Definition }) {
  const { say } = useWords();
  return (
    <ul class="references">
      {Object.entries(definition.references).map(([id, reference]) => (
        <li key={id}>
          <span class="quiet reference-date">{reference.published}</span>
          {reference.url === undefined ? (
            <span>{say(reference.title)}</span>
          ) : (
            <a href={reference.url} target="_blank" rel="noreferrer">
              {say(reference.title)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
