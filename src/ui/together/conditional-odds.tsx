import "./conditional-odds.css";
import { useMemo } from "preact/hooks";
import { useApp, useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { togetherWords } from "../text/together-words.ts";
import { usePlace } from "../use-place.ts";
import { CompanionList } from "./companion-list.tsx";
import { ConditionalDownload } from "./conditional-download.tsx";
import { ConditionalMatrix } from "./conditional-matrix.tsx";
import { conditionalTable } from "./pair-sides.ts";
import { RetainedNote } from "./retained-note.tsx";
import type { TogetherProps } from "./together-view.tsx";

/** Narrower than this a matrix of targets cannot be read. */
const NARROW = "(width < 900px)";

/** Every target's probability when another hits: a matrix, or the companions of one target. */
export function ConditionalOdds(props: TogetherProps) {
  const { language } = useWords();
  const app = useApp();
  const words = togetherWords(language);
  const isNarrow = matchMedia(NARROW).matches;
  const { result, place } = props;
  const { put } = usePlace("together");
  const mode = place.show ?? (isNarrow || place.given !== undefined ? "list" : "map");
  const { targets } = result.definition;
  const state = app.pairs.value;
  const pairs = state.kind === "done" ? state.found : undefined;
  const table = useMemo(
    () => (pairs === undefined ? undefined : conditionalTable(pairs, targets.length)),
    [pairs, targets.length],
  );
  const given = Math.max(
    0,
    targets.findIndex(({ id }) => id === place.given),
  );
  const show = (index: number): void => {
    const id = targets[index]?.id;
    if (id !== undefined) put({ given: id, show: "list" });
  };
  return (
    <section class="together-section" aria-labelledby="conditional-title">
      <div class="conditional-head">
        <div>
          <h3 id="conditional-title">{words.matrix.title}</h3>
          {mode === "map" && <p class="quiet">{words.matrix.lead}</p>}
          <RetainedNote result={result} />
        </div>
        <Choice
          label={words.matrix.show}
          value={mode}
          options={[
            { value: "map", label: words.matrix.map },
            { value: "list", label: words.matrix.list },
          ]}
          onChange={(show) => put({ show })}
        />
        {table !== undefined && <ConditionalDownload {...props} table={table} />}
      </div>
      {table === undefined ? (
        <p class="quiet">{state.kind === "pending" ? words.pairs.pending : words.pairs.stopped}</p>
      ) : mode === "map" ? (
        <ConditionalMatrix result={result} table={table} onRow={show} />
      ) : (
        <CompanionList result={result} table={table} given={given} onGiven={show} />
      )}
    </section>
  );
}
