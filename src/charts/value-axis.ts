import type { Language } from "../core/text.ts";
import type { NumericAxis } from "./chart-spec.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/**
 * An upright axis that covers some values with round ticks. A percent sign stands on the highest tick; other
 * units have no room beside a plot and are told by `unitNote`. `suffix` is the unit as it stands behind
 * numbers; values are written with `decimals`, or one more than the ticks.
 */
export function valueAxis(
  values: readonly number[],
  suffix: string,
  decimals?: number,
): NumericAxis {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const [from, to] = niceScale(low, high, 5).cover;
  const scale = niceScale(from, to, 5);
  return {
    kind: "numeric",
    label: "",
    domain: [from, to],
    ticks: labelledTicks(scale, suffix === "%" ? suffix : ""),
    grid: true,
    format: {
      kind: "number",
      decimals: Math.max(scale.decimals, decimals ?? scale.decimals + 1),
      unit: suffix,
    },
  };
}

/** Tells the unit of such an axis in a subtitle; empty for percentages and plain numbers. */
export function unitNote({ format }: NumericAxis, language: Language): string {
  const unit = format.kind === "number" ? format.unit.replace(/^\u00a0(×\u00a0)?/, "") : "%";
  if (unit === "" || unit === "%") return "";
  return language === "zh" ? `；单位：${unit}` : `; in ${unit}`;
}
