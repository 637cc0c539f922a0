import { formatProbability } from "../../core/format/format-probability.ts";
import type { GivenHit } from "../../core/results/pair-dependence.ts";
import { isClearlyNot0 } from "../../core/results/rank-pairs.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { Estimate } from "../estimate.tsx";
import { togetherWords } from "../text/together-words.ts";
import { errorPoints, pointsOf } from "./per-hundred.ts";

export interface CompanionListProps {
  readonly result: ScenarioResult;
  /** From `conditionalTable`. */
  readonly table: readonly (readonly (GivenHit | undefined)[])[];
  /** Index of the target whose hit is given. */
  readonly given: number;
  readonly onGiven: (index: number) => void;
}

/** One target's hit taken as given: all others with their odds then and overall, the largest difference first. */
export function CompanionList({ result, table, given, onGiven }: CompanionListProps) {
  const { language, say } = useWords();
  const words = togetherWords(language).matrix;
  const { targets } = result.definition;
  const label = targets[given] === undefined ? "" : say(targets[given].label);
  const rows = (table[given] ?? [])
    .flatMap((hit, index) => (hit === undefined ? [] : [{ hit, index }]))
    .sort((a, b) => Math.abs(b.hit.change.value) - Math.abs(a.hit.change.value));
  return (
    <div class="companions">
      <label class="companions-given">
        <span>{words.given}</span>
        <select
          class="field"
          value={String(given)}
          onChange={(event) => onGiven(Number(event.currentTarget.value))}
        >
          {result.definition.sections.map((section) => (
            <optgroup key={section.id} label={say(section.label)}>
              {targets.map((target, index) =>
                target.section === section.id ? (
                  <option key={target.id} value={String(index)}>
                    {say(target.label)}
                  </option>
                ) : null,
              )}
            </optgroup>
          ))}
        </select>
      </label>
      {rows.length === 0 ? (
        <p>{words.never(label)}</p>
      ) : (
        <table class="companions-table">
          <caption class="quiet">
            {words.listTitle(label)}
            {language === "zh" ? "，" : ": "}
            {words.sort}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.other}</th>
              <th scope="col">{words.conditional}</th>
              <th scope="col">{words.overall}</th>
              <th scope="col">{words.differenceInPoints}</th>
              <th scope="col" class="companions-error">
                {words.error}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ hit, index }) => (
              <Companion key={index} result={result} hit={hit} index={index} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface CompanionProps {
  readonly result: ScenarioResult;
  readonly hit: GivenHit;
  readonly index: number;
}

function Companion({ result, hit, index }: CompanionProps) {
  const { say } = useWords();
  const target = result.definition.targets[index];
  const overall = result.summary.targets[index];
  if (target === undefined || overall === undefined) return null;
  const { value, standardError } = hit.change;
  const isClear = isClearlyNot0(hit.change, result.tally.method);
  const tone = !isClear ? "is-unclear" : value > 0 ? "is-up" : "is-down";
  return (
    <tr>
      <th scope="row">{say(target.label)}</th>
      <td>
        <Estimate estimate={hit.probability} draws={result.tally.retained} align="end" />
      </td>
      <td class="quiet">{formatProbability(overall)}</td>
      <td class={tone}>{pointsOf(value)}</td>
      <td class="quiet companions-error">{errorPoints(standardError)}</td>
    </tr>
  );
}
