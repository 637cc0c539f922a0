import "./quantile-table.css";
import { decimalsFor, formatNumber } from "../../core/format/format-number.ts";
import { unitSuffix } from "../../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../../core/format/reading-unit.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { ScrollRegion } from "../controls/scroll-region.tsx";

export interface QuantileTableProps {
  readonly result: ScenarioResult;
  /** Position of the target. */
  readonly index: number;
}

const QUANTILES = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"] as const;

/** Quantiles, mean and spread of a target's quantity, with its unit. */
export function QuantileTable({ result, index }: QuantileTableProps) {
  const { t, language } = useWords();
  const target = result.definition.targets[index];
  const column = result.summary.columns[result.program.targets[index]?.value ?? -1];
  const indicator = result.definition.indicators.find(({ id }) => id === target?.indicator);
  if (column === undefined || indicator === undefined) return null;
  const { unit, exponent } = readingUnit(indicator.unit, language);
  const decimals = decimalsFor(timesPowerOfTen(column.sd, exponent), 2);
  const write = (value: number) => formatNumber(timesPowerOfTen(value, exponent), decimals);
  return (
    <ScrollRegion label={t.detail.quantiles}>
      <table class="data-table quantiles">
        <caption class="quiet">
          {indicator.label[language]}
          {t.comma}
          {t.detail.unit}
          {t.colon}
          {unitSuffix(unit, language).trim() || "1"}
        </caption>
        <thead>
          <tr>
            {QUANTILES.map((name) => (
              <th key={name} scope="col">
                {name === "p50" ? t.detail.median : `${name.slice(1)}%`}
              </th>
            ))}
            <th scope="col">{t.detail.mean}</th>
            <th scope="col">{t.detail.sd}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            {QUANTILES.map((name) => (
              <td key={name}>{write(column[name])}</td>
            ))}
            <td>{write(column.mean)}</td>
            <td>{write(column.sd)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
