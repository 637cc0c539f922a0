import { formatNumber } from "../core/format/format-number.ts";
import { formatPercent } from "../core/format/format-probability.ts";
import type { Cell, ValueFormat } from "./chart-spec.ts";

/** Write a value as a chart's axis, readout or table does; probabilities have one decimal here. */
export function formatValue(value: number, format: ValueFormat): string {
  return format.kind === "probability"
    ? formatPercent(value, 1)
    : formatNumber(value, format.decimals) + format.unit;
}

/** Write a table's cell. */
export function formatCell(cell: Cell, format: ValueFormat | undefined): string {
  if (typeof cell !== "number") return cell ?? "";
  return format === undefined ? formatNumber(cell, 0) : formatValue(cell, format);
}
