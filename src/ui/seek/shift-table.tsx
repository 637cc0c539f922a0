import { differenceUnit } from "../../core/format/difference-unit.ts";
import { decimalsFor, formatNumber } from "../../core/format/format-number.ts";
import { formatObserved, formatQuantity } from "../../core/format/format-quantity.ts";
import { median } from "../../core/sampling/quantile.ts";
import type { FoundSeek } from "../../state/goal-search.ts";
import { scaleOf } from "../../state/seek-choice.ts";
import { useApp } from "../app-context.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { useSeekWords } from "./use-seek.ts";

/** How far each lever was moved, from where to where, and what that cost. */
export function ShiftTable({ result }: { readonly result: FoundSeek["result"] }) {
  const { k } = useSeekWords();
  const { levers, effort } = result;
  if (levers.length === 0) return null;
  return (
    <table class="data-table seek-table seek-shifts">
      <thead>
        <tr>
          <th scope="col">{k.lever}</th>
          <th scope="col" class="is-number">
            {k.shift}
          </th>
          <th scope="col" class="is-number">
            {k.median}
          </th>
          <th scope="col" class="is-number">
            {k.spent}
          </th>
        </tr>
      </thead>
      <tbody>
        {levers.map((lever, index) => (
          <ShiftRow key={lever.name} result={result} index={index} />
        ))}
        <tr class="seek-total">
          <th scope="row">{k.total}</th>
          <td />
          <td />
          <td class="is-number">{formatNumber(effort, 2)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function ShiftRow({
  result,
  index,
}: {
  readonly result: FoundSeek["result"];
  readonly index: number;
}) {
  const { k, say, language } = useSeekWords();
  const app = useApp();
  const { levers, shifts, request } = result;
  const lever = levers[index];
  const quantity = findQuantity(request.definition, lever?.name ?? "");
  if (lever === undefined || quantity === undefined || quantity.kind === "indicator") return null;
  const by = shifts[index] ?? 0;
  const { label, unit, distribution } = quantity.item;
  const from = median(distribution);
  const decimals = decimalsFor(scaleOf(distribution), 2);
  const write = (value: number): string => formatQuantity(value, unit, language, decimals);
  const sign = by > 0 ? "+" : "";
  const isBound = by !== 0 && (by <= lever.low || by >= lever.high);
  return (
    <tr data-lever={lever.name}>
      <th scope="row">
        <a href={app.href({ view: { kind: "assumptions", name: lever.name } })}>{say(label)}</a>
      </th>
      <td class="is-number">
        {by === 0 ? (
          <span class="quiet">{k.unmoved}</span>
        ) : (
          <>
            {sign}
            {formatObserved(by, differenceUnit(unit), language)}
            {isBound && <span class="quiet"> {k.atBound}</span>}
          </>
        )}
      </td>
      <td class={by === 0 ? "is-number quiet" : "is-number"}>
        {by === 0 ? write(from) : `${write(from)} → ${write(from + by)}`}
      </td>
      <td class="is-number">{formatNumber(lever.cost * Math.abs(by), 2)}</td>
    </tr>
  );
}
