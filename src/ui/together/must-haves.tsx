import "./must-haves.css";
import { useMemo } from "preact/hooks";
import { ProbabilityBar } from "../../charts/probability-bar.tsx";
import { formatInterval, formatProbability } from "../../core/format/format-probability.ts";
import { atLeastProbabilities } from "../../core/results/at-least-probabilities.ts";
import type { ProbabilityEstimate } from "../../core/results/summary.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { Estimate } from "../estimate.tsx";
import { frequencyWords } from "../text/frequency.ts";
import { togetherWords } from "../text/together-words.ts";
import { CopyLink } from "./copy-link.tsx";
import { errorPoints, pointsOf } from "./per-hundred.ts";
import { RetainedNote } from "./retained-note.tsx";
import { TargetPicker } from "./target-picker.tsx";
import type { TogetherProps } from "./together-view.tsx";

/** The chance that all of some chosen targets hit, or at least k of them. The choice stands in the address. */
export function MustHaves(props: TogetherProps) {
  const { result, place } = props;
  const { language } = useWords();
  const app = useApp();
  const words = togetherWords(language).must;
  const { targets } = result.definition;
  const chosen = targets.flatMap(({ id }, index) => (place.must.includes(id) ? [index] : []));
  const choose = (indices: readonly number[]): void => {
    const must = indices.flatMap((index) => targets[index]?.id ?? []);
    app.go({ view: { ...place, must } });
  };
  return (
    <section class="must" aria-labelledby="must-title">
      <h3 id="must-title">{words.title}</h3>
      <p class="quiet">{words.lead}</p>
      {chosen.length === 0 ? (
        <Suggestions {...props} onChoose={choose} />
      ) : (
        <>
          <ul class="must-chips" aria-label={words.chosen(chosen.length)}>
            {chosen.map((index) => (
              <Chip
                key={index}
                label={targets[index]?.label[language] ?? ""}
                onRemove={() => choose(chosen.filter((other) => other !== index))}
              />
            ))}
          </ul>
          <div class="must-actions">
            <button type="button" class="button button-quiet" onClick={() => choose([])}>
              {words.clear}
            </button>
            <CopyLink words={words} />
          </div>
          <ChosenOdds {...props} chosen={chosen} />
        </>
      )}
      <TargetPicker result={result} chosen={chosen} onChoose={choose} />
    </section>
  );
}

function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const words = togetherWords(useWords().language).must;
  return (
    <li>
      <button type="button" class="must-chip" aria-label={words.remove(label)} onClick={onRemove}>
        {label}
        <Icon name="close" />
      </button>
    </li>
  );
}

interface SuggestionsProps extends TogetherProps {
  readonly onChoose: (indices: readonly number[]) => void;
}

function Suggestions({ result, onChoose }: SuggestionsProps) {
  const words = togetherWords(useWords().language).must;
  const { targets } = result.definition;
  const binding = targets.flatMap(({ commitment }, index) =>
    commitment === "binding" ? [index] : [],
  );
  const hardest = result.summary.targets
    .map(({ probability }, index) => ({ probability, index }))
    .sort((a, b) => a.probability - b.probability)
    .slice(0, 5)
    .map(({ index }) => index);
  return (
    <div class="must-suggestions">
      <p>{words.none}</p>
      {binding.length > 0 && (
        <button type="button" class="button" onClick={() => onChoose(binding)}>
          {words.binding}
        </button>
      )}
      <button type="button" class="button" onClick={() => onChoose(hardest)}>
        {words.hardest}
      </button>
    </div>
  );
}

interface ChosenOddsProps extends TogetherProps {
  /** Indices of targets, one at least. */
  readonly chosen: readonly number[];
}

function ChosenOdds({ result, chosen }: ChosenOddsProps) {
  const { language, t } = useWords();
  const words = togetherWords(language).must;
  const key = chosen.join(",");
  const atLeast = useMemo(() => atLeastProbabilities(result.tally, chosen), [result, key]);
  const all = atLeast.at(-1);
  if (all === undefined) return null;
  const independent = chosen.reduce(
    (product, index) => product * (result.summary.targets[index]?.probability ?? Number.NaN),
    1,
  );
  return (
    <>
      <p class="must-finding" role="status">
        <span class="must-number">
          <Estimate estimate={all} draws={result.tally.retained} isFocusable />
        </span>
        <span>
          {words.all(chosen.length)}
          {t.comma}
          {frequencyWords(all, result.tally.retained, language)}
          {t.open}
          {words.interval} {formatInterval(all.interval95)}
          {t.shut}
        </span>
      </p>
      <RetainedNote result={result} />
      {chosen.length > 1 && (
        <>
          <p class="must-independent">{comparison(all, independent, language)}</p>
          <AtLeastTable atLeast={atLeast} />
        </>
      )}
    </>
  );
}

/** Standard errors beyond which a difference from independence is told. */
const CLEAR = 3;

function comparison(all: ProbabilityEstimate, independent: number, language: "zh" | "en"): string {
  const words = togetherWords(language).must;
  const difference = all.probability - independent;
  const size = pointsOf(Math.abs(difference)).replace("+", "");
  const interval95 = [independent, independent] as const;
  const product = words.independent(formatProbability({ probability: independent, interval95 }));
  const verdict =
    Math.abs(difference) <= CLEAR * all.standardError
      ? words.same
      : difference > 0
        ? words.more(size)
        : words.less(size);
  const error = errorPoints(all.standardError);
  return language === "zh"
    ? `${product}；${verdict}（标准误${error}）。`
    : `${product}; ${verdict} (standard error ${error}).`;
}

function AtLeastTable({ atLeast }: { readonly atLeast: readonly ProbabilityEstimate[] }) {
  const words = togetherWords(useWords().language).must;
  const n = atLeast.length - 1;
  const rows = Array.from({ length: n }, (_, row) => n - row);
  return (
    <table class="must-table">
      <caption class="quiet">{words.atLeastTitle}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.atLeastTitle}</th>
          <th scope="col">{words.probability}</th>
          <th scope="col">{words.interval}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((k) => {
          const estimate = atLeast[k];
          if (estimate === undefined) return null;
          const text = formatProbability(estimate);
          return (
            <tr key={k}>
              <th scope="row">{words.atLeast(k, n)}</th>
              <td class="must-bar">
                <span>{text}</span>
                <span aria-hidden="true">
                  <ProbabilityBar estimate={estimate} label={text} width={140} />
                </span>
              </td>
              <td class="quiet must-interval">{formatInterval(estimate.interval95)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
