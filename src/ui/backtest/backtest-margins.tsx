import type { ComponentChildren } from "preact";
import { LEFT_OUT_REASONS } from "../../core/format/left-out-reasons.ts";
import { useWords } from "../app-context.ts";
import type { CasesProps } from "./past-target-table.tsx";
import { quantityWriter } from "./quantity-writer.ts";

/** What was changed to undo hindsight, what is not scored, and what could not be foretold, with reasons. */
export function BacktestMargins({ result, definition }: CasesProps) {
  const { t, say, language } = useWords();
  const { changes, starts, notScored } = result.backtest;
  const leftOut = result.origins.flatMap((origin) => origin.leftOut);
  const named = [...definition.inputs, ...definition.parameters];
  const labelOf = (id: string): string => {
    const found = named.find((each) => each.id === id)?.label;
    return found === undefined ? quantityWriter(definition, id, language).label : say(found);
  };
  return (
    <div class="backtest-margins">
      <Fold title={t.backtest.changes} count={changes.length}>
        {changes.map(({ years, change }) => (
          <li key={JSON.stringify([years, change])}>
            <span class="quiet">{years === undefined ? t.backtest.allYears : years.join("–")}</span>{" "}
            {"name" in change && `${labelOf(change.name)}${t.colon}`}
            {say(change.why)}
          </li>
        ))}
      </Fold>
      <Fold title={t.backtest.starts} count={starts.length}>
        {starts.map(({ years, quantities, why }) => (
          <li key={JSON.stringify([years, quantities])}>
            <span class="quiet">{years === undefined ? t.backtest.allYears : years.join("–")}</span>{" "}
            {quantities.map(labelOf).join(t.listComma)}
            {t.colon}
            {say(why)}
          </li>
        ))}
      </Fold>
      <Fold title={t.backtest.notScored} count={notScored.length}>
        {notScored.map(({ quantity, reason }) => (
          <li key={quantity}>
            {labelOf(quantity)}
            {t.colon}
            {say(reason)}
          </li>
        ))}
      </Fold>
      <Fold title={t.backtest.leftOut} count={leftOut.length}>
        {leftOut.map(({ year, quantity, what, reason }) => (
          <li key={`${year}-${what}-${quantity}`}>
            <span class="quiet">{year}</span> {labelOf(quantity)}
            {t.colon}
            {say(LEFT_OUT_REASONS[reason])}
          </li>
        ))}
      </Fold>
    </div>
  );
}

interface FoldProps {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

function Fold({ title, count, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <details class="backtest-section">
      <summary>
        <h3>{title}</h3> <span class="quiet">{count}</span>
      </summary>
      <ul class="backtest-list">{children}</ul>
    </details>
  );
}
