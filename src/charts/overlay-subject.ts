import { closeFigures } from "../core/format/close-figures.ts";
import { formatNumber } from "../core/format/format-number.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import type { Indicator, Target } from "../core/model/definition.ts";
import { exceedance } from "../core/results/exceedance.ts";
import type { ColumnTally } from "../core/results/tally.ts";
import { tallyQuantiles } from "../core/results/tally-quantile.ts";
import type { Language } from "../core/text.ts";
import type { ChartSpec, NumericAxis } from "./chart-spec.ts";
import { scaleColumn } from "./in-reading-unit.ts";
import type { RunResult } from "./run-result.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** A quantity to be compared across scenarios: a target's, or an indicator in a period. */
export type OverlayQuantity =
  | { readonly kind: "target"; readonly id: string }
  | { readonly kind: "indicator"; readonly id: string; readonly period: number };

/** One scenario's distribution of the quantity, in the unit that the language counts by. */
export interface OverlayCurve {
  readonly result: RunResult;
  readonly name: string;
  readonly column: ColumnTally;
}

/** A quantity across scenarios, looked up once. */
export interface OverlaySubject {
  readonly id: string;
  readonly label: string;
  readonly better: "higher" | "lower";
  readonly source: Target["source"];
  /** As it stands behind numbers. */
  readonly suffix: string;
  readonly curves: readonly OverlayCurve[];
  /** The target's line, where it is the same number in all scenarios. */
  readonly line?: number;
  /** The plan's words for it. */
  readonly wording?: string;
}

/** Quantiles told in tables. */
const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** Look the quantity up in every result; scenarios in which it has no finite values are left out. */
export function overlaySubject(
  results: readonly RunResult[],
  quantity: OverlayQuantity,
  language: Language,
): OverlaySubject | undefined {
  const { targets = [], indicators = [] } = results[0]?.definition ?? {};
  const target =
    quantity.kind === "target" ? targets.find(({ id }) => id === quantity.id) : undefined;
  const indicator = indicators.find(({ id }) => id === (target?.indicator ?? quantity.id));
  if (indicator === undefined) return undefined;
  const { unit, exponent } = readingUnit(indicator.unit, language);
  const scale = (value: number): number => timesPowerOfTen(value, exponent);
  const curves = results.flatMap((result): OverlayCurve[] => {
    const column = columnOf(result, quantity);
    if (column === undefined || column.count === 0) return [];
    const name = result.provenance.scenario[language];
    return [{ result, name, column: exponent === 0 ? column : scaleColumn(column, scale) }];
  });
  const line = target === undefined ? undefined : commonLine(results, target.id);
  return {
    id: quantity.kind === "target" ? quantity.id : `${quantity.id}-${quantity.period}`,
    label: labelOf(quantity, target, indicator, language),
    better: indicator.better,
    source: target?.source ?? indicator.source,
    suffix: unitSuffix(unit, language),
    curves,
    ...(line !== undefined && { line: scale(line) }),
    ...(target !== undefined && { wording: closeFigures(target.wording[language]) }),
  };
}

function labelOf(
  quantity: OverlayQuantity,
  target: Target | undefined,
  indicator: Indicator,
  language: Language,
): string {
  if (target !== undefined) return target.label[language];
  const year = quantity.kind === "indicator" ? quantity.period : "";
  const label = indicator.label[language];
  return language === "zh" ? `${label}（${year}年）` : `${label}, ${year}`;
}

function columnOf(
  { program, tally }: RunResult,
  quantity: OverlayQuantity,
): ColumnTally | undefined {
  if (quantity.kind === "target") {
    return tally.columns[program.targets.find(({ id }) => id === quantity.id)?.value ?? -1];
  }
  const name = `${quantity.id}@${quantity.period}`;
  return tally.columns[program.columns.findIndex((column) => column.name === name)];
}

function commonLine(results: readonly RunResult[], target: string): number | undefined {
  const lines = results.map(
    ({ program }) => program.targets.find(({ id }) => id === target)?.threshold,
  );
  return lines.every((line) => line === lines[0]) ? lines[0] : undefined;
}

/** From the lowest 0.5 % quantile to the highest 99.5 % quantile, and the target's line. */
export function overlayDomain({ curves, line }: OverlaySubject): readonly [number, number] {
  const ends = curves.flatMap(({ column }) => tallyQuantiles(column, [0.005, 0.995]));
  const all = line === undefined ? ends : [...ends, line];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const slack = high === low ? 1 : (high - low) * 0.02;
  return [low - slack, high + slack];
}

/** The axis of values, named after the quantity. */
export function overlayAxis(
  { label, suffix }: OverlaySubject,
  domain: readonly [number, number],
  language: Language,
): NumericAxis {
  const scale = niceScale(domain[0], domain[1], 6);
  const unit = suffix.trim().replace(/^×\s*/, "");
  const isPercent = unit === "%";
  const inUnit = language === "zh" ? `${label}（${unit}）` : `${label} (${unit})`;
  return {
    kind: "numeric",
    label: unit === "" || isPercent ? label : inUnit,
    domain,
    ticks: labelledTicks(scale).map((tick) =>
      isPercent ? { ...tick, label: `${tick.label}%` } : tick,
    ),
    grid: false,
    format: { kind: "number", decimals: scale.decimals + 1, unit: suffix },
  };
}

/** Says between what values the medians lie. */
export function overlayFinding(
  { label, suffix, curves }: OverlaySubject,
  { format }: NumericAxis,
  language: Language,
): string {
  const decimals = format.kind === "number" ? format.decimals : 1;
  const medians = curves
    .map(({ name, column }) => ({ name, median: tallyQuantiles(column, [0.5])[0] ?? Number.NaN }))
    .sort((a, b) => a.median - b.median);
  const [lowest, highest] = [medians[0], medians.at(-1)];
  if (lowest === undefined || highest === undefined) return label;
  const say = ({ name, median }: typeof lowest): string =>
    language === "zh"
      ? `${formatNumber(median, decimals)}${suffix}（${name}）`
      : `${formatNumber(median, decimals)}${suffix} (${name})`;
  return language === "zh"
    ? `${label}：中位数从 ${say(lowest)}到 ${say(highest)}`
    : `${label}: median from ${say(lowest)} to ${say(highest)}`;
}

/** Mean and quantiles of each scenario. */
export function overlayTable(
  { curves }: OverlaySubject,
  { format }: NumericAxis,
  language: Language,
): ChartSpec["table"] {
  const zh = language === "zh";
  return {
    columns: [
      { label: zh ? "情景" : "Scenario" },
      { label: zh ? "平均" : "Mean", format },
      ...QUANTILES.map((p) => ({ label: `${Math.round(p * 100)}%`, format })),
    ],
    rows: curves.map(({ name, column }) => [
      name,
      column.mean,
      ...tallyQuantiles(column, QUANTILES),
    ]),
  };
}

/** P(X ≥ x), or P(X ≤ x) where lower is better. */
export function overlayCurve(
  { better }: Pick<OverlaySubject, "better">,
  column: ColumnTally,
  points: number,
): readonly { readonly x: number; readonly y: number }[] {
  const { values, probabilities } = exceedance(column, points);
  return Array.from(values, (x, index) => {
    const reach = probabilities[index] ?? Number.NaN;
    return { x, y: better === "higher" ? reach : 1 - reach };
  });
}
