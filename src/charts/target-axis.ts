import { formatNumber } from "../core/format/format-number.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import type { Language } from "../core/text.ts";
import type { NumericAxis } from "./chart-spec.ts";
import type { TargetView } from "./target-view.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** Unit of the axis as in model files; a margin between percentages is in percentage points. */
function axisUnit({ indicator, isMargin }: TargetView): string {
  return isMargin && indicator.unit.trim().startsWith("%") ? "percentage points" : indicator.unit;
}

/** Unit as it stands behind numbers on a target's axis. */
export function axisSuffix(view: TargetView, language: Language): string {
  return unitSuffix(axisUnit(view), language);
}

/** Ways to write values on a target's axis, with their unit. */
export interface AxisWriter {
  /** With one decimal more than the ticks. */
  readonly value: (value: number) => string;
  /** A line as the plan writes it, without idle noughts: `28` rather than `28.0`. */
  readonly line: (value: number) => string;
}

/** How a target's charts write numbers, given the axis' domain. */
export function axisWriter(
  view: TargetView,
  domain: readonly [number, number],
  language: Language,
): AxisWriter {
  const decimals = valueDecimals(view, domain);
  const suffix = axisSuffix(view, language);
  return {
    value: (value) => formatNumber(value, decimals) + suffix,
    line: (value) => formatNumber(value, neededDecimals(value)) + suffix,
  };
}

/** Decimals that tell a line from its neighbours: those it was written with, at most six. */
function neededDecimals(value: number): number {
  const fits = (decimals: number) => Math.abs(Number(value.toFixed(decimals)) - value) < 1e-7;
  return [0, 1, 2, 3, 4, 5].find(fits) ?? 6;
}

function valueDecimals(view: TargetView, [low, high]: readonly [number, number]): number {
  const { decimals } = niceScale(low, high, 6);
  return view.column.histogram.whole ? 0 : decimals + 1;
}

/** Name of the axis: the indicator, or its distance to a threshold that varies by draw, with the unit. */
function axisLabel(view: TargetView, language: Language): string {
  const unit = axisSuffix(view, language).trim();
  const name = view.isMargin
    ? {
        zh: `${view.indicator.label.zh}：与目标线之差`,
        en: `${view.indicator.label.en}: distance to the target`,
      }[language]
    : view.indicator.label[language];
  if (unit === "" || unit === "%") return name;
  return language === "zh" ? `${name}（${unit}）` : `${name} (${unit.replace(/^×\s*/, "")})`;
}

/** The horizontal axis of a target's charts. Percent signs stand on the ticks, other units in the label. */
export function targetAxis(
  view: TargetView,
  domain: readonly [number, number],
  language: Language,
): NumericAxis {
  const scale = niceScale(domain[0], domain[1], 6);
  const suffix = axisSuffix(view, language);
  const ticks = labelledTicks(scale).filter(
    ({ value }) => !view.column.histogram.whole || Number.isInteger(value),
  );
  return {
    kind: "numeric",
    label: axisLabel(view, language),
    domain,
    ticks: suffix === "%" ? ticks.map((tick) => ({ ...tick, label: `${tick.label}%` })) : ticks,
    grid: false,
    format: { kind: "number", decimals: valueDecimals(view, domain), unit: suffix },
  };
}
