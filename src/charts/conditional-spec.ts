import { formatNumber } from "../core/format/format-number.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import type { Source } from "../core/model/definition.ts";
import { displayHistogram } from "../core/results/display-histogram.ts";
import type { ColumnTally } from "../core/results/tally.ts";
import { tallyQuantiles } from "../core/results/tally-quantile.ts";
import type { Language, Text } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer } from "./chart-spec.ts";
import { fileParts, provenanceLine, simulationSource } from "./figure-lines.ts";
import type { RunResult } from "./run-result.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** A quantity before and after something became known. */
export interface ConditionedQuantity {
  /** Name of its column. */
  readonly name: string;
  readonly label: Text;
  /** As written in the model file. */
  readonly unit: string;
  readonly source: Source;
  readonly before: ColumnTally;
  readonly after: ColumnTally;
  /** Number of independent draws that the weights after are worth. */
  readonly effectiveDraws: number;
  /** Where its targets' lines stand. */
  readonly lines: readonly number[];
  /** What was read of the quantity itself. */
  readonly readings: readonly number[];
}

const BINS = 40;
const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/**
 * The distribution of a quantity before and after something became known, one over the other. `known` tells what
 * became known, in words, as a footnote. `undefined` where the quantity has no values.
 */
export function conditionalSpec(
  result: RunResult,
  quantity: ConditionedQuantity,
  known: string,
  language: Language,
): ChartSpec | undefined {
  const { unit, exponent } = readingUnit(quantity.unit, language);
  const scale = (value: number): number => timesPowerOfTen(value, exponent);
  const before = curve(quantity.before, BINS, scale);
  const after = curve(quantity.after, binsFor(quantity.effectiveDraws), scale);
  const quantiles = [quantity.before, quantity.after].map((column) =>
    tallyQuantiles(column, PROBABILITIES).map(scale),
  );
  const domain = domainOf([...before, ...after]);
  if (domain === undefined) return undefined;
  const ticks = niceScale(...domain, 6);
  const suffix = unitSuffix(unit, language);
  const write = (value: number): string => formatNumber(value, ticks.decimals + 1) + suffix;
  const zh = language === "zh";
  const format = { kind: "number", decimals: ticks.decimals + 1, unit: suffix } as const;
  const title = finding(quantity.label[language], quantiles, write, language);
  const subtitle = zh
    ? "灰色为原先的分布，彩色为按已知数据加权之后的分布；面积都是 100%"
    : "Grey: the distribution before; coloured: weighted by what is known. Both areas are 100%";
  return {
    id: `${quantity.name.replaceAll(/[^A-Za-z0-9_]+/g, "-")}-known`,
    fileParts: fileParts([result], language, `${quantity.name}-known`),
    language,
    title,
    subtitle,
    source: simulationSource(result.definition, quantity.source, language),
    provenance: provenanceLine([result], language),
    footnote: known,
    alt: `${title}${zh ? "。" : ". "}${subtitle}${zh ? "。" : "."}`,
    x: {
      kind: "numeric",
      label:
        quantity.label[language] +
        (suffix === "%" || suffix === "" ? "" : bracket(suffix, language)),
      domain,
      ticks: labelledTicks(ticks).map((tick) =>
        suffix === "%" ? { ...tick, label: `${tick.label}%` } : tick,
      ),
      grid: false,
      format,
    },
    y: {
      kind: "numeric",
      label: "",
      domain: [0, Math.max(...[...before, ...after].map(({ y }) => y)) * 1.06],
      ticks: [],
      grid: false,
      format: { kind: "probability" },
    },
    layers: [
      { kind: "area", name: zh ? "原先" : "Before", color: "neutral", points: before },
      { kind: "line", name: zh ? "原先" : "Before", color: "muted", points: before, dashed: true },
      {
        kind: "area",
        name: zh ? "已知之后" : "Given what is known",
        color: "accent",
        points: after,
      },
      {
        kind: "line",
        name: zh ? "已知之后" : "Given what is known",
        color: "accent",
        points: after,
      },
      ...rules(quantity, scale, write, language),
    ],
    legend: [
      { name: zh ? "原先" : "Before", color: "muted", shape: "filled" },
      { name: zh ? "已知之后" : "Given what is known", color: "accent", shape: "filled" },
    ],
    table: {
      columns: [
        { label: zh ? "分位数" : "Quantile" },
        { label: zh ? "原先" : "Before", format },
        { label: zh ? "已知之后" : "Given what is known", format },
      ],
      rows: PROBABILITIES.map((p, k) => [
        `${Math.round(p * 100)}%`,
        quantiles[0]?.[k],
        quantiles[1]?.[k],
      ]),
    },
  };
}

function bracket(suffix: string, language: Language): string {
  const unit = suffix.trim().replace(/^×\s*/, "");
  return language === "zh" ? `（${unit}）` : ` (${unit})`;
}

/** Rice's rule: the fewer draws, the fewer bins, so that the curve shows no noise. */
const binsFor = (draws: number): number =>
  Math.round(Math.min(BINS, Math.max(8, 2 * Math.cbrt(draws))));

/** Densities at the middles of bins, with the foot of the curve at both ends. */
function curve(
  column: ColumnTally,
  bins: number,
  scale: (value: number) => number,
): readonly ChartPoint[] {
  const histogram = displayHistogram(column, bins);
  if (histogram === undefined) return [];
  const { origin, width, densities } = histogram;
  const at = (bin: number): number => scale(origin + (bin + 0.5) * width);
  return [
    { x: at(-1), y: 0 },
    ...Array.from(densities, (y, bin) => ({ x: at(bin), y })),
    { x: at(densities.length), y: 0 },
  ];
}

function domainOf(points: readonly ChartPoint[]): readonly [number, number] | undefined {
  const xs = points.map(({ x }) => x);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  return high > low ? [low, high] : undefined;
}

function rules(
  { lines, readings }: ConditionedQuantity,
  scale: (value: number) => number,
  write: (value: number) => string,
  language: Language,
): readonly Layer[] {
  const zh = language === "zh";
  const rule = { kind: "rule", axis: "x" } as const;
  return [
    ...readings.map((value): Layer => {
      const label = zh ? `已知 ${write(scale(value))}` : `known ${write(scale(value))}`;
      return { ...rule, value: scale(value), label, color: "accent", dashed: true };
    }),
    ...lines.map((value): Layer => {
      const label = zh ? `目标 ${write(scale(value))}` : `target ${write(scale(value))}`;
      return { ...rule, value: scale(value), label, color: "ink", dashed: false };
    }),
  ];
}

function finding(
  label: string,
  quantiles: readonly (readonly number[])[],
  write: (value: number) => string,
  language: Language,
): string {
  const [before, after] = quantiles.map((each) => ({
    median: write(each[3] ?? Number.NaN),
    low: write(each[1] ?? Number.NaN),
    high: write(each[5] ?? Number.NaN),
  }));
  return language === "zh"
    ? `${label}：中位数由 ${before?.median} 变为 ${after?.median}，八成可能在 ${after?.low} 与 ${after?.high} 之间`
    : `${label}: median from ${before?.median} to ${after?.median}; four times in five between ${after?.low} and ${after?.high}`;
}
