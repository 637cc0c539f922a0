import { decimalsFor } from "../core/format/format-number.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import type { Input } from "../core/model/definition.ts";
import { lawOf } from "../core/sampling/laws/law-of.ts";
import { cdf, quantile } from "../core/sampling/quantile.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, NumericAxis } from "./chart-spec.ts";
import { type ModelFigure, modelFrame } from "./estimate-figure.ts";
import { formatValue } from "./format-value.ts";
import { knownPast, type PastPoint } from "./known-past.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** Points along the density. */
const POINTS = 120;

/** Where dots of the past stand: this share of the way up to the mode. */
const DOT_HEIGHT = 0.06;

/** Fewer past values are no picture. */
const LEAST_PAST = 2;

/**
 * An input's density with the past on its axis, so that everyone can see whether the assumption fits it. Undefined
 * where the past is not known, or single values carry the probability.
 */
export function historyDensitySpec(
  figure: ModelFigure,
  input: Input,
  language: Language,
): ChartSpec | undefined {
  const past = knownPast(figure.definition, input.id).filter(({ value }) => Number.isFinite(value));
  const law = lawOf(input.distribution);
  if (past.length < LEAST_PAST || law.discrete) return undefined;
  const x = densityAxis(input, past, language);
  const [low, high] = x.domain;
  const curve = Array.from({ length: POINTS + 1 }, (_, k): ChartPoint => {
    const at = low + ((high - low) * k) / POINTS;
    return { x: at, y: law.density(at) };
  });
  const top = Math.max(...curve.map(({ y }) => y).filter(Number.isFinite));
  if (!(top > 0)) return undefined;
  const zh = language === "zh";
  const title = finding(input, past, language);
  const dots = past.map(({ year, value }) => ({
    x: value,
    y: top * DOT_HEIGHT,
    readout: `${year}${zh ? "：" : ": "}${formatValue(value, x.format)}`,
  }));
  return {
    ...modelFrame(figure, language, `${input.id}-history`),
    title,
    subtitle: zh
      ? "曲线为假设的密度，点为历年实际值"
      : "The curve is the assumed density, dots are past years",
    alt: `${zh ? "密度曲线。" : "Density. "}${title}${zh ? "。" : ". "}${dots.map(({ readout }) => readout).join(zh ? "；" : "; ")}${zh ? "。" : "."}`,
    x,
    y: {
      kind: "numeric",
      label: "",
      domain: [0, top * 1.08],
      ticks: [],
      grid: false,
      format: { kind: "number", decimals: decimalsFor(top, 3), unit: "" },
    },
    layers: [
      { kind: "area", name: zh ? "假设" : "Assumed", color: "accent", points: curve },
      { kind: "line", name: zh ? "假设" : "Assumed", color: "accent", points: curve },
      { kind: "dots", name: zh ? "历史" : "Past", color: "ink", shape: "circle", points: dots },
    ],
    legend: [],
    table: {
      columns: [
        { label: zh ? "年份" : "Year" },
        { label: input.label[language], format: x.format },
      ],
      rows: past.map(({ year, value }) => [String(year), value]),
    },
  };
}

function densityAxis(
  { distribution, unit }: Input,
  past: readonly PastPoint[],
  language: Language,
): NumericAxis {
  const ends = [quantile(distribution, 0.005), quantile(distribution, 0.995)];
  const values = [...ends, ...past.map(({ value }) => value)];
  const [from, to] = niceScale(Math.min(...values), Math.max(...values), 5).cover;
  const scale = niceScale(from, to, 5);
  const suffix = unitSuffix(unit, language);
  return {
    kind: "numeric",
    label: suffix === "%" ? "" : suffix.trim(),
    domain: [from, to],
    ticks: labelledTicks(scale, suffix === "%" ? suffix : ""),
    grid: false,
    format: { kind: "number", decimals: scale.decimals + 1, unit: suffix },
  };
}

/** How many past years lie in the middle 80 % of what is assumed. */
function finding(
  { label, distribution }: Input,
  past: readonly PastPoint[],
  language: Language,
): string {
  const inside = past.filter(({ value }) => {
    const p = cdf(distribution, value);
    return p >= 0.1 && p <= 0.9;
  }).length;
  return language === "zh"
    ? `${label.zh}：${past.length} 个已知年份中有 ${inside} 年落在假设的80%区间内`
    : `${label.en}: ${inside} of ${past.length} known years lie in the assumed 80% range`;
}
