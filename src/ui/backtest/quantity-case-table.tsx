import type { QuantityCase } from "../../core/backtest/backtest-case.ts";
import { COVERAGE_LEVELS } from "../../core/backtest/interval-coverage.ts";
import { formatPercent } from "../../core/format/format-probability.ts";
import type { Definition } from "../../core/model/definition.ts";
import { useWords } from "../app-context.ts";
import type { CasesProps } from "./past-target-table.tsx";
import { quantityWriter } from "./quantity-writer.ts";
import { TableSection } from "./table-section.tsx";

const WIDEST = COVERAGE_LEVELS.length - 1;

/** Every outcome beside the distribution that the model would have given. */
export function QuantityCaseTable({ result, definition }: CasesProps) {
  const { t } = useWords();
  const words = t.backtest;
  const cases = result.origins.flatMap(({ quantities }) => quantities);
  if (cases.length === 0) return null;
  return (
    <TableSection
      title={words.quantities}
      foldedCount={cases.length}
      columns={[
        { label: words.year },
        { label: words.quantity },
        { label: words.happened, isNumber: true },
        { label: words.median, isNumber: true },
        { label: `90% ${words.interval}`, isNumber: true },
        { label: words.place, isNumber: true },
      ]}
    >
      {cases.map((each) => (
        <CaseRow key={`${each.year}-${each.quantity}`} case={each} definition={definition} />
      ))}
    </TableSection>
  );
}

function CaseRow(props: { readonly case: QuantityCase; readonly definition: Definition }) {
  const { t, language } = useWords();
  const { year, quantity, happened, median, intervals, integral } = props.case;
  const { label, write } = quantityWriter(props.definition, quantity, language);
  const [low, high] = intervals[WIDEST] ?? [Number.NaN, Number.NaN];
  const isOutside = happened < low || happened > high;
  return (
    <tr>
      <td>{year}</td>
      <th scope="row">{label}</th>
      <td class="is-number">{write(happened)}</td>
      <td class="is-number">{write(median)}</td>
      <td class="is-number">
        {write(low)} – {write(high)}
      </td>
      <td class="is-number">
        {isOutside && (
          <span class="backtest-missed" title={t.backtest.outside}>
            ✗<span class="visually-hidden"> {t.backtest.outside}</span>{" "}
          </span>
        )}
        {formatPercent(integral)}
      </td>
    </tr>
  );
}
