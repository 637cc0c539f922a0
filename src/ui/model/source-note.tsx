import "./source-note.css";
import type { Definition, Source } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";

export interface SourceNoteProps {
  readonly source: Source;
  readonly definition: Definition;
}

/** Where something comes from: documents with their dates and links, what was taken, or the reasoning. */
export function SourceNote({ source, definition }: SourceNoteProps) {
  const { t, say } = useWords();
  return (
    <div class="source-note">
      {source.cites.length > 0 && (
        <p>
          {source.cites.map((key, index) => (
            <span key={key}>
              {index > 0 && t.semicolon}
              <Citation definition={definition} id={key} />
            </span>
          ))}
        </p>
      )}
      {source.note !== undefined && <p>{say(source.note)}</p>}
      {source.judgement !== undefined && (
        <p>
          <span class="source-judgement">
            {t.card.judgement}
            {t.colon}
          </span>
          {say(source.judgement)}
        </p>
      )}
    </div>
  );
}

function Citation({ definition, id }: { readonly definition: Definition; readonly id: string }) {
  const { t, say } = useWords();
  const reference = definition.references[id];
  if (reference === undefined) return <>{id}</>;
  const title = say(reference.title);
  return (
    <>
      {reference.url === undefined ? (
        title
      ) : (
        <a href={reference.url} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}
      <span class="source-date">
        {t.open}
        {reference.published}
        {t.shut}
      </span>
    </>
  );
}
