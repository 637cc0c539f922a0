import type { TargetCase } from "../../core/backtest/backtest-case.ts";
import type { BacktestResult } from "../../core/backtest/backtest-result.ts";
import { baseRate } from "../../core/backtest/rivals.ts";
import { formatPercent } from "../../core/format/format-probability.ts";
import type { Definition } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";
import { quantityWriter } from "./quantity-writer.ts";
import { TableSection } from "./table-section.tsx";

export interface CasesProps {
  readonly result: BacktestResult;
  readonly definition: Definition;
}

/** Targets of past plans: the odds that the model would have given, and what became of them. */
export function PastTargetTable({ result, definition }: CasesProps) {
  const { t } = useWords();
  const words = t.backtest;
  const cases = result.origins.flatMap(({ targets }) => targets);
  if (cases.length === 0) return null;
  return (
    <TableSection
      title={words.targets}
      note={words.targetsNote}
      columns={[
        { label: words.year },
        { label: words.target },
        { label: words.wording },
        { label: words.odds, isNumber: true },
        { label: words.baseRate, isNumber: true },
        { label: words.outcome },
      ]}
    >
      {cases.map((each) => (
        <TargetRow key={`${each.year}-${each.indicator}`} case={each} definition={definition} />
      ))}
    </TableSection>
  );
}

function TargetRow(props: { readonly case: TargetCase; readonly definition: Definition }) {
  const { t, say, language } = useWords();
  const { year, indicator, target, probability, happened, value, earlier } = props.case;
  const { label, write } = quantityWriter(props.definition, indicator, language);
  return (
    <tr>
      <td>{year}</td>
      <th scope="row">{label}</th>
      <td class="is-text">{target.wording === undefined ? "–" : say(target.wording)}</td>
      <td class="is-number">{formatPercent(probability)}</td>
      <td class="is-number">
        {formatPercent(baseRate(earlier.hits, earlier.cases))}
        <span class="quiet">
          {" "}
          ({earlier.hits}/{earlier.cases})
        </span>
      </td>
      <td>
        <span class={happened ? "backtest-hit" : "backtest-missed"}>
          {happened ? `✓ ${t.backtest.hit}` : `✗ ${t.backtest.missed}`}
        </span>{" "}
        <span class="quiet">{write(value)}</span>
      </td>
    </tr>
  );
}
