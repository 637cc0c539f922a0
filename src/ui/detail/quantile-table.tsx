import "./quantile-table.css";
import { decimalsFor, formatNumber } from "../../core/format/format-number.ts";
import { unitSuffix } from "../../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../../core/format/reading-unit.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";

export interface QuantileTableProps {
  readonly result: ScenarioResult;
  /** Position of the target. */
  readonly index: number;
}

const QUANTILES = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"] as const;

/** Quantiles, mean and spread of a target's quantity, with its unit; as many beside each other as there is room. */
export function QuantileTable({ result, index }: QuantileTableProps) {
  const { t, say, language } = useWords();
  const target = result.definition.targets[index];
  const column = result.summary.columns[result.program.targets[index]?.value ?? -1];
  const indicator = result.definition.indicators.find(({ id }) => id === target?.indicator);
  if (column === undefined || indicator === undefined) return null;
  const { unit, exponent } = readingUnit(indicator.unit, language);
  const decimals = decimalsFor(timesPowerOfTen(column.sd, exponent), 2);
  const write = (value: number) => formatNumber(timesPowerOfTen(value, exponent), decimals);
  const figures = [
    ...QUANTILES.map((name) => ({
      label: name === "p50" ? t.detail.median : `${name.slice(1)}%`,
      value: column[name],
    })),
    { label: t.detail.mean, value: column.mean },
    { label: t.detail.sd, value: column.sd },
  ];
  return (
    <>
      <p class="quiet">
        {say(indicator.label)}
        {t.comma}
        {t.detail.unit}
        {t.colon}
        {unitSuffix(unit, language).trim() || "1"}
      </p>
      <dl class="quantiles">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{write(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
