import { memo } from "preact/compat";
import { useCallback, useRef, useState } from "preact/hooks";
import { formatPercent } from "../../core/format/format-probability.ts";
import type { GivenHit } from "../../core/results/pair-dependence.ts";
import { isClearlyNot0 } from "../../core/results/rank-pairs.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";
import { type CellPlace, moveCellFocus, placeOf } from "./matrix-keys.ts";
import { errorPoints, perHundred, pointsOf } from "./per-hundred.ts";

export interface ConditionalMatrixProps {
  readonly result: ScenarioResult;
  /** From `conditionalTable`. */
  readonly table: readonly (readonly (GivenHit | undefined)[])[];
  /** A row was chosen. */
  readonly onRow: (given: number) => void;
}

/** P(column | row) of all targets as colours; the cell under the pointer or the focus is told in words. */
export function ConditionalMatrix({ result, table, onRow }: ConditionalMatrixProps) {
  const [place, setPlace] = useState<CellPlace | undefined>(undefined);
  const wrap = useRef<HTMLDivElement>(null);
  const look = useCallback((event: Event) => {
    const found = placeOf(event.target);
    if (found !== undefined) setPlace(found);
  }, []);
  return (
    <div class="matrix">
      <Readout result={result} table={table} place={place} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for its cells, which take the focus */}
      <div
        ref={wrap}
        class="matrix-scroll"
        onPointerOver={look}
        onFocusIn={look}
        onKeyDown={(event) => {
          const at = placeOf(event.target);
          if (event.key === "Enter" && at !== undefined) onRow(at.row);
          else moveCellFocus(event);
        }}
      >
        <Cells result={result} table={table} />
      </div>
    </div>
  );
}

interface ReadoutProps extends Omit<ConditionalMatrixProps, "onRow"> {
  readonly place: CellPlace | undefined;
}

function Readout({ result, table, place }: ReadoutProps) {
  const { language, t, say } = useWords();
  const words = togetherWords(language);
  const { targets } = result.definition;
  const hit = place && table[place.row]?.[place.column];
  const [one, other] = place ? [targets[place.row], targets[place.column]] : [];
  const overall = place && result.summary.targets[place.column];
  return (
    <div class="matrix-readout">
      <ul class="matrix-legend" aria-hidden="true">
        <li>
          <span class="matrix-swatch is-up">+</span>
          {words.matrix.legendUp}
        </li>
        <li>
          <span class="matrix-swatch is-down">−</span>
          {words.matrix.legendDown}
        </li>
      </ul>
      {hit === undefined || one === undefined || other === undefined || overall === undefined ? (
        <p class="quiet">{words.matrix.hint}</p>
      ) : (
        <p>
          {words.pairs.sentence(
            say(one.label),
            say(other.label),
            ...perHundred(hit.probability.probability, overall.probability),
          )}
          {t.open}
          {words.pairs.change(pointsOf(hit.change.value), errorPoints(hit.change.standardError))}
          {t.shut}
        </p>
      )}
    </div>
  );
}

const Cells = memo(function Cells({ result, table }: Omit<ConditionalMatrixProps, "onRow">) {
  const { language, say } = useWords();
  const words = togetherWords(language).matrix;
  const { targets, sections } = result.definition;
  const order = sections.flatMap(({ id }) =>
    targets.flatMap(({ section }, index) => (section === id ? [index] : [])),
  );
  const startsSection = (place: number): boolean =>
    place === 0 || targets[order[place] ?? 0]?.section !== targets[order[place - 1] ?? 0]?.section;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
    <table class="matrix-table" role="grid" aria-label={words.grid}>
      <thead>
        <tr>
          <th scope="col" class="matrix-corner">
            <span class="quiet">
              {words.given} ↓ · {words.other} →
            </span>
          </th>
          {order.map((index, place) => (
            <th
              key={index}
              scope="col"
              class={startsSection(place) ? "matrix-column is-first" : "matrix-column"}
            >
              <span>{targets[index] && say(targets[index].label)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {order.map((row, place) => {
          const target = targets[row];
          if (target === undefined) return null;
          const section = sections.find(({ id }) => id === target.section);
          return (
            <tr key={row} class={startsSection(place) ? "is-first" : ""}>
              <th scope="row" class="matrix-row">
                {startsSection(place) && section !== undefined && (
                  <span class="matrix-section quiet">{say(section.label)}</span>
                )}
                <span class="matrix-row-label">{say(target.label)}</span>
              </th>
              {order.map((column, at) => (
                <Cell
                  key={column}
                  result={result}
                  hit={table[row]?.[column]}
                  row={row}
                  column={column}
                  isFirst={startsSection(at)}
                  isReachable={place === 0 && at === 0}
                />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});

interface CellProps extends CellPlace {
  readonly result: ScenarioResult;
  readonly hit: GivenHit | undefined;
  readonly isFirst: boolean;
  /** Whether Tab comes here first. */
  readonly isReachable: boolean;
}

/** A difference of this many percentage points has the full colour. */
const FULL = 0.3;

function Cell({ result, hit, row, column, isFirst, isReachable }: CellProps) {
  const change = hit?.change.value ?? 0;
  const isClear = hit !== undefined && isClearlyNot0(hit.change, result.tally.method);
  const tone = row === column ? "is-self" : isClear ? (change > 0 ? "is-up" : "is-down") : "";
  const shade = isClear ? Math.round(12 + 88 * Math.min(1, Math.abs(change) / FULL)) : 0;
  const text = hit === undefined ? "–" : formatPercent(hit.probability.probability);
  return (
    <td
      class={`matrix-cell ${tone} ${isFirst ? "is-first" : ""}`}
      style={shade > 0 ? { "--shade": `${shade}%` } : {}}
      tabIndex={isReachable ? 0 : -1}
      data-row={row}
      data-column={column}
      aria-label={isClear ? `${text}, ${pointsOf(change)}` : text}
    >
      {isClear && Math.abs(change) >= 0.005 ? (change > 0 ? "+" : "−") : ""}
    </td>
  );
}
