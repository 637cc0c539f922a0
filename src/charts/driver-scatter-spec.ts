import { streamLabel } from "../core/format/driver-words.ts";
import { formatCount } from "../core/format/format-number.ts";
import { formatProbability } from "../core/format/format-probability.ts";
import { formatQuantity, unitSuffix } from "../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import { quantityOfStream } from "../core/model/quantity-of-stream.ts";
import { type Third, thirdProbabilities } from "../core/results/third-probabilities.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, ChartTable, Layer, NumericAxis } from "./chart-spec.ts";
import { fileParts, provenanceLine, sourceLine } from "./figure-lines.ts";
import { inReadingUnit } from "./in-reading-unit.ts";
import type { RunResult } from "./run-result.ts";
import { axisWriter, targetAxis } from "./target-axis.ts";
import { targetRules } from "./target-rules.ts";
import { targetView } from "./target-view.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** Single draws of a target and one of its inputs; columns of equal length. */
export interface ScatterDraws {
  /** Index into `Program.inputs`. */
  readonly input: number;
  readonly inputs: Float64Array;
  /** What the target is judged by, in the indicator's unit. */
  readonly values: Float64Array;
  /** 1 where the target is hit. */
  readonly hits: Float64Array;
}

/** Dots in the chart; the odds by third are of all draws. */
const DOTS = 2_000;
/** A part of the input's range that takes less of the axis has no room for its odds; the title tells them. */
const NARROW = 0.2;
/** Share of draws beyond either end of an axis. */
const BEYOND = 0.002;

/**
 * A target's quantity against one of its inputs, draw by draw, hits and misses apart, with the probability of hitting
 * where the input is in its low, middle and high third. Throws where the result has no such target.
 */
export function driverScatterSpec(
  result: RunResult,
  draws: ScatterDraws,
  targetId: string,
  language: Language,
): ChartSpec {
  const { definition, program } = result;
  const stream = program.inputs[draws.input]?.stream ?? "";
  const { quantity } = quantityOfStream(definition, stream);
  const name = streamLabel(definition, stream, language);
  const view = inReadingUnit(targetView(result, targetId), language);
  const thirds = thirdProbabilities(draws.inputs, draws.hits);
  const scales = [
    readingUnit(quantity.unit, language),
    readingUnit(
      definition.indicators.find(({ id }) => id === view.indicator.id)?.unit ?? "1",
      language,
    ),
  ] as const;
  const points = pointsOf(draws, scales[0].exponent, scales[1].exponent);
  const x = domainOf(points.map((point) => point.x));
  const [bottom, top] = domainOf(points.map((point) => point.y));
  // Room for the odds above the dots.
  const yDomain = [bottom, top + 0.14 * (top - bottom)] as const;
  const label = view.target.label[language];
  const axis = targetAxis(view, yDomain, language);
  const inside = points.filter(
    (point) => point.x >= x[0] && point.x <= x[1] && point.y >= bottom && point.y <= top,
  );
  const finding = findingOf(label, name, thirds, language);
  const zh = language === "zh";
  return {
    id: `${targetId}-scatter-${stream}`,
    fileParts: fileParts([result], language, `${targetId}-scatter-${stream}`),
    language,
    title: finding,
    subtitle: zh
      ? `纵轴：${axis.label}；每点一次抽样，共${formatCount(inside.length)}点`
      : `Vertical: ${axis.label}. A mark for each of ${formatCount(inside.length)} draws`,
    source: sourceLine(definition, view.target.source, language),
    provenance: provenanceLine([result], language),
    footnote: zh
      ? `三等分概率按前${formatCount(draws.inputs.length)}次抽样计算。这是关联：与该假设相关的假设随之变动。`
      : `Odds by third are of the first ${formatCount(draws.inputs.length)} draws. They are associations: assumptions correlated with this one move along.`,
    alt: `${zh ? "散点图。" : "Scatter plot. "}${finding}${zh ? "。" : "."}`,
    x: inputAxis(name, scales[0].unit, x, language),
    y: { ...axis, grid: true },
    layers: [
      ...dots(inside, language),
      ...targetRules(view, language, axisWriter(view, yDomain, language)).map(
        ({ value, label: line, color, dashed }): Layer => {
          return { kind: "rule", axis: "y", value, label: line, color, dashed };
        },
      ),
      ...partNotes(thirds, scales[0].exponent, x, yDomain[1], language),
    ],
    legend: [
      { name: zh ? "达标" : "Hit", color: "hit", shape: "circle" },
      { name: zh ? "未达标" : "Miss", color: "miss", shape: "cross" },
    ],
    table: thirdsTable(thirds, name, quantity.unit, language),
  };
}

type Dot = ChartPoint & { readonly isHit: boolean };

function pointsOf(draws: ScatterDraws, xExponent: number, yExponent: number): readonly Dot[] {
  return Array.from({ length: Math.min(DOTS, draws.inputs.length) }, (_, draw) => ({
    x: timesPowerOfTen(draws.inputs[draw] ?? Number.NaN, xExponent),
    y: timesPowerOfTen(draws.values[draw] ?? Number.NaN, yExponent),
    isHit: draws.hits[draw] === 1,
  })).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

/** From nearly the lowest to nearly the highest value, with a little room. */
function domainOf(values: readonly number[]): readonly [number, number] {
  const ordered = Float64Array.from(values).sort();
  const last = ordered.length - 1;
  const low = ordered[Math.floor(last * BEYOND)] ?? 0;
  const high = ordered[Math.ceil(last * (1 - BEYOND))] ?? 1;
  const room = high > low ? (high - low) * 0.03 : Math.max(1e-9, Math.abs(low) * 0.05);
  return [low - room, high + room];
}

function dots(points: readonly Dot[], language: Language): readonly Layer[] {
  const zh = language === "zh";
  const some = (isHit: boolean) => points.filter((point) => point.isHit === isHit);
  return [
    {
      kind: "dots",
      name: zh ? "达标" : "Hit",
      color: "hit",
      shape: "circle",
      isSmall: true,
      points: some(true),
    },
    {
      kind: "dots",
      name: zh ? "未达标" : "Miss",
      color: "miss",
      shape: "cross",
      isSmall: true,
      points: some(false),
    },
  ];
}

/** Lines between the parts of the input's range, and each part's odds at the top. */
function partNotes(
  thirds: readonly Third[],
  exponent: number,
  [left, right]: readonly [number, number],
  top: number,
  language: Language,
): readonly Layer[] {
  const bounds = thirds.slice(1).map(({ from }, k) => {
    const before = thirds[k]?.to ?? from;
    return timesPowerOfTen((before + from) / 2, exponent);
  });
  const ends = [left, ...bounds, right];
  const names = partNames(thirds.length, language);
  return [
    ...bounds.map(
      (value): Layer => ({
        kind: "rule",
        axis: "x",
        value,
        label: "",
        color: "muted",
        dashed: true,
      }),
    ),
    ...thirds.flatMap((third, k): readonly Layer[] => {
      const [start, end] = [ends[k] ?? left, ends[k + 1] ?? right];
      if (end - start < NARROW * (right - left)) return [];
      const text = `${names[k]} ${formatProbability(third)}`;
      return [{ kind: "note", x: (start + end) / 2, y: top, text, color: "ink", anchor: "middle" }];
    }),
  ];
}

/** What the parts of an input's range are called, from low to high. */
function partNames(parts: number, language: Language): readonly string[] {
  const zh = language === "zh";
  if (parts === 3) return zh ? ["低", "中", "高"] : ["low", "middle", "high"];
  if (parts === 2) return zh ? ["较低", "较高"] : ["lower", "higher"];
  return [zh ? "全部" : "all"];
}

function findingOf(
  label: string,
  name: string,
  thirds: readonly Third[],
  language: Language,
): string {
  const names = partNames(thirds.length, language);
  const odds = thirds.map(formatProbability);
  if (language === "zh") {
    const parts = thirds.length === 3 ? "低、中、高三分之一" : names.join("、");
    return `${label}：“${name}”处于${parts}时，达标概率分别为${odds.join("、")}`;
  }
  const parts = thirds.map((_, k) => `${odds[k]} ${names[k]}`).join(", ");
  return `${label} by ${thirds.length === 3 ? "third" : "part"} of ${name}: ${parts}`;
}

function inputAxis(
  name: string,
  unit: string,
  domain: readonly [number, number],
  language: Language,
): NumericAxis {
  const scale = niceScale(domain[0], domain[1], 6);
  const suffix = unitSuffix(unit, language);
  const bare = suffix.trim();
  const isPercent = bare === "%";
  const ticks = labelledTicks(scale);
  const open = language === "zh" ? "（" : " (";
  const shut = language === "zh" ? "）" : ")";
  return {
    kind: "numeric",
    label: bare === "" || isPercent ? name : name + open + bare + shut,
    domain,
    ticks: isPercent ? ticks.map((tick) => ({ ...tick, label: `${tick.label}%` })) : ticks,
    grid: false,
    format: { kind: "number", decimals: scale.decimals + 1, unit: suffix },
  };
}

function thirdsTable(
  thirds: readonly Third[],
  name: string,
  unit: string,
  language: Language,
): ChartTable {
  const zh = language === "zh";
  const probability = { kind: "probability" } as const;
  const names = partNames(thirds.length, language);
  const write = (value: number) => formatQuantity(value, unit, language);
  return {
    columns: [
      { label: name },
      { label: zh ? "从" : "From" },
      { label: zh ? "到" : "To" },
      { label: zh ? "占抽样" : "Share of draws", format: probability },
      { label: zh ? "达标概率" : "Probability of hitting", format: probability },
      {
        label: zh ? "标准误" : "Standard error",
        format: { kind: "number", decimals: 4, unit: "" },
      },
      { label: zh ? "95% 区间下限" : "95% interval from", format: probability },
      { label: zh ? "95% 区间上限" : "to", format: probability },
    ],
    rows: thirds.map((third, k) => [
      names[k],
      write(third.from),
      write(third.to),
      third.share,
      third.probability,
      third.standardError,
      ...third.interval95,
    ]),
  };
}
