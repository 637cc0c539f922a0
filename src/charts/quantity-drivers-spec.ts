import { streamLabel } from "../core/format/driver-words.ts";
import { formatCount, formatNumber } from "../core/format/format-number.ts";
import { formatQuantity, unitSuffix } from "../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import type { Indicator } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import { quantityOfStream } from "../core/model/quantity-of-stream.ts";
import {
  movesQuantity,
  type QuantityDriver,
  type QuantityDrivers,
} from "../core/results/quantity-drivers.ts";
import type { Language } from "../core/text.ts";
import type { ChartSpec, ChartTable, Layer } from "./chart-spec.ts";
import { fileParts, provenanceLine, simulationSource } from "./figure-lines.ts";
import type { RunResult } from "./run-result.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** What drives an indicator in a year; drivers are indices into the program's inputs. */
export interface DrivenQuantity {
  readonly indicator: Indicator;
  readonly period: number;
  readonly program: Program;
  readonly found: QuantityDrivers;
}

/** Inputs in the chart; the table has all. */
const SHOWN = 8;
const Z_95 = 1.96;

interface Words {
  readonly scale: (value: number) => number;
  readonly write: (value: number) => string;
  readonly nameOf: (driver: QuantityDriver) => string;
}

/**
 * What drives an indicator: its mean where each input is in its low and in its high fifth, around its mean. The eight
 * inputs that move it most, of those that move it by more than three standard errors; `undefined` where none does.
 */
export function quantityDriversSpec(
  result: RunResult,
  quantity: DrivenQuantity,
  language: Language,
): ChartSpec | undefined {
  const { definition } = result;
  const { indicator, period, program, found } = quantity;
  const shown = found.drivers.filter(movesQuantity).slice(0, SHOWN);
  const [first] = shown;
  if (first === undefined) return undefined;
  const reading = readingUnit(indicator.unit, language);
  const words = wordsOf(result, quantity, shown, language);
  const zh = language === "zh";
  const { low, high } = LEGEND[language];
  const name = `${indicator.id}-${period}-drivers`;
  const label = indicator.label[language] + (definition.periods.length > 1 ? ` ${period}` : "");
  const title = titleOf(label, first, words, language);
  return {
    id: name,
    fileParts: fileParts([result], language, name),
    language,
    title,
    subtitle: zh
      ? "各项假设处于低位、高位五分之一时该指标的平均值，按差距排列；细线为 95% 区间"
      : "Mean when each assumption is in its low or high fifth, widest gap first; thin lines are 95% intervals",
    source: simulationSource(definition, indicator.source, language),
    provenance: provenanceLine([result], language),
    footnote: zh
      ? `按前 ${formatCount(found.draws)} 次抽样计算。这是模型相关性之下的关联，不等于单独调整一项假设的效果。`
      : `From the first ${formatCount(found.draws)} draws. These are associations under the model's correlations, not effects of moving one assumption alone.`,
    alt: `${zh ? "条形图。" : "Bar chart. "}${title}${zh ? "。" : ". "}${shown
      .map((driver) => lineOf(driver, words, language))
      .join(zh ? "；" : "; ")}${zh ? "。" : "."}`,
    x: axisOf(shown, found.mean, words, unitSuffix(reading.unit, language)),
    y: {
      kind: "category",
      rows: shown.map((driver) => ({
        id: program.inputs[driver.input]?.stream ?? "",
        label: words.nameOf(driver) + (driver.path === "correlation" ? " *" : ""),
        detail: endsOf(driver, quantity, result, language),
      })),
    },
    layers: layersOf(shown, found.mean, words, language),
    legend: [
      { name: low, color: "scenario-3", shape: "triangle-down" },
      { name: high, color: "scenario-2", shape: "triangle" },
    ],
    table: tableOf(quantity, words, language),
  };
}

const LEGEND = {
  zh: { low: "处于低位", high: "处于高位", mean: "平均" },
  en: { low: "When low", high: "When high", mean: "Mean" },
} as const;

function wordsOf(
  { definition }: RunResult,
  { indicator, program }: DrivenQuantity,
  shown: readonly QuantityDriver[],
  language: Language,
): Words {
  const reading = readingUnit(indicator.unit, language);
  const scale = (value: number): number => timesPowerOfTen(value, reading.exponent);
  const largest = Math.max(...shown.map(({ change }) => Math.abs(scale(change.value))));
  const { decimals } = niceScale(0, largest, 5);
  const suffix = unitSuffix(reading.unit, language);
  return {
    scale,
    write: (value) => formatNumber(scale(value), decimals + 1) + suffix,
    nameOf: ({ input }) => streamLabel(definition, program.inputs[input]?.stream ?? "", language),
  };
}

/** Which values of the input are low and high. */
function endsOf(
  { input, low, high }: QuantityDriver,
  { program }: DrivenQuantity,
  { definition }: RunResult,
  language: Language,
): string {
  const { quantity } = quantityOfStream(definition, program.inputs[input]?.stream ?? "");
  const write = (value: number): string => formatQuantity(value, quantity.unit, language);
  return language === "zh"
    ? `低\u00a0≤\u00a0${write(low.to)}，高\u00a0≥\u00a0${write(high.from)}`
    : `low\u00a0≤\u00a0${write(low.to)}, high\u00a0≥\u00a0${write(high.from)}`;
}

function lineOf(driver: QuantityDriver, { nameOf, write }: Words, language: Language): string {
  const [low, high] = [write(driver.low.mean), write(driver.high.mean)];
  return language === "zh"
    ? `${nameOf(driver)}：低位 ${low}，高位 ${high}`
    : `${nameOf(driver)}: ${low} when low, ${high} when high`;
}

function titleOf(label: string, first: QuantityDriver, words: Words, language: Language): string {
  const [low, high] = [words.write(first.low.mean), words.write(first.high.mean)];
  return language === "zh"
    ? `${label}：影响最大的是“${words.nameOf(first)}”，低位时平均 ${low}，高位时平均 ${high}`
    : `${label}: moved most by ${words.nameOf(first)}, ${low} on average when low and ${high} when high`;
}

function axisOf(
  shown: readonly QuantityDriver[],
  mean: number,
  { scale }: Words,
  suffix: string,
): ChartSpec["x"] {
  const ends = shown.flatMap(({ low, high }) =>
    [low, high].flatMap((part) => [
      part.mean - Z_95 * part.standardError,
      part.mean + Z_95 * part.standardError,
    ]),
  );
  const all = [...ends, mean].map(scale);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const room = (highest - lowest) * 0.06;
  const chosen = niceScale(lowest - room, highest + room, 5);
  const bare = suffix.trim();
  const ticks = labelledTicks(chosen);
  return {
    kind: "numeric",
    label: bare === "%" ? "" : bare,
    domain: chosen.cover,
    ticks: bare === "%" ? ticks.map((tick) => ({ ...tick, label: `${tick.label}%` })) : ticks,
    grid: true,
    format: { kind: "number", decimals: chosen.decimals + 1, unit: suffix },
  };
}

function layersOf(
  shown: readonly QuantityDriver[],
  mean: number,
  { scale, write }: Words,
  language: Language,
): readonly Layer[] {
  const centre = scale(mean);
  const side = (end: "low" | "high"): readonly [Layer, Layer] => {
    const name = LEGEND[language][end];
    const color = end === "low" ? "scenario-3" : "scenario-2";
    const shape = end === "low" ? "triangle-down" : "triangle";
    const points = shown.map((driver, y) => {
      const { mean: x, standardError } = driver[end];
      const reach = Z_95 * standardError;
      return { x: scale(x), y, low: scale(x - reach), high: scale(x + reach), label: write(x) };
    });
    const bars = points.map(({ x, y }) => ({
      x,
      y,
      low: Math.min(x, centre),
      high: Math.max(x, centre),
    }));
    return [
      { kind: "bars", name, color, points: bars },
      { kind: "dots", name, color, shape, points },
    ];
  };
  const [[lowBars, lowDots], [highBars, highDots]] = [side("low"), side("high")];
  const label = `${LEGEND[language].mean} ${write(mean)}`;
  return [
    lowBars,
    highBars,
    { kind: "rule", axis: "x", value: centre, label, color: "ink", dashed: false },
    lowDots,
    highDots,
  ];
}

function tableOf(
  { found, indicator }: DrivenQuantity,
  { nameOf, scale }: Words,
  language: Language,
): ChartTable {
  const zh = language === "zh";
  const suffix = unitSuffix(readingUnit(indicator.unit, language).unit, language);
  const format = { kind: "number", decimals: 3, unit: suffix } as const;
  return {
    columns: [
      { label: zh ? "假设" : "Assumption" },
      { label: zh ? "途径" : "Path" },
      { label: zh ? "低位时平均" : "Mean when low", format },
      { label: zh ? "高位时平均" : "Mean when high", format },
      { label: zh ? "差距" : "Difference", format },
      { label: zh ? "差距的标准误" : "Its standard error", format },
    ],
    rows: found.drivers.map((driver) => [
      nameOf(driver),
      PATHS[driver.path][language],
      scale(driver.low.mean),
      scale(driver.high.mean),
      scale(driver.change.value),
      scale(driver.change.standardError),
    ]),
  };
}

const PATHS = {
  equations: { zh: "方程", en: "equations" },
  correlation: { zh: "仅经相关", en: "correlation only" },
} as const;
