import "./pair-lists.css";
import { useMemo, useState } from "preact/hooks";
import { formatPercent } from "../../core/format/format-probability.ts";
import type { PairDependence } from "../../core/results/pair-dependence.ts";
import { rankPairs } from "../../core/results/rank-pairs.ts";
import { useApp, useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";
import { strongerSide } from "./pair-sides.ts";
import { errorPoints, perHundred, pointsOf } from "./per-hundred.ts";
import { RetainedNote } from "./retained-note.tsx";
import type { TogetherProps } from "./together-view.tsx";

const FIRST = 6;

/** Pairs of targets in tension, and pairs that help each other, in sentences. */
export function PairLists(props: TogetherProps) {
  const { language } = useWords();
  const app = useApp();
  const words = togetherWords(language).pairs;
  const state = app.pairs.value;
  const pairs = state.kind === "done" ? state.found : undefined;
  const { method } = props.result.tally;
  const ranked = useMemo(
    () => (pairs === undefined ? undefined : rankPairs(pairs, method)),
    [pairs, method],
  );
  return (
    <section
      class="together-section"
      aria-labelledby="pairs-title"
      aria-busy={state.kind === "pending"}
    >
      <h3 id="pairs-title">{words.title}</h3>
      <p class="quiet">{words.lead}</p>
      <RetainedNote result={props.result} />
      {ranked === undefined ? (
        <p class="quiet">{state.kind === "pending" ? words.pending : words.stopped}</p>
      ) : (
        <div class="pair-columns">
          <PairList
            {...props}
            title={words.tensions}
            empty={words.noTensions}
            pairs={ranked.tensions}
          />
          <PairList
            {...props}
            title={words.synergies}
            empty={words.noSynergies}
            pairs={ranked.synergies}
          />
        </div>
      )}
    </section>
  );
}

interface PairListProps extends TogetherProps {
  readonly title: string;
  readonly empty: string;
  readonly pairs: readonly PairDependence[];
}

function PairList({ title, empty, pairs, ...props }: PairListProps) {
  const words = togetherWords(useWords().language).pairs;
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? pairs : pairs.slice(0, FIRST);
  return (
    <div>
      <h4>{title}</h4>
      {pairs.length === 0 && <p class="quiet">{empty}</p>}
      <ol class="pair-list">
        {shown.map((pair) => (
          <PairItem key={`${pair.i}-${pair.j}`} {...props} pair={pair} />
        ))}
      </ol>
      {pairs.length > FIRST && (
        <button
          type="button"
          class="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? words.fewer : words.all(pairs.length)}
        </button>
      )}
    </div>
  );
}

function PairItem({ result, pair }: TogetherProps & { readonly pair: PairDependence }) {
  const { language, t, say } = useWords();
  const words = togetherWords(language).pairs;
  const { targets } = result.definition;
  const side = strongerSide(pair);
  const [one, other] = [targets[side.given], targets[side.other]];
  if (one === undefined || other === undefined) return null;
  const { probability } = side.hit.probability;
  const overall = result.summary.targets[side.other]?.probability ?? Number.NaN;
  const { value, standardError } = side.hit.change;
  return (
    <li class="pair">
      <p>
        {words.sentence(say(one.label), say(other.label), ...perHundred(probability, overall))}
        {t.stop}
      </p>
      <p class="quiet">
        {words.change(pointsOf(value), errorPoints(standardError))}
        {t.semicolon}
        {words.both(formatPercent(pair.joint, 1), formatPercent(pair.independent, 1))}
      </p>
    </li>
  );
}
