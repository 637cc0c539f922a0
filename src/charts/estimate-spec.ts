import { estimatePrediction } from "../core/estimation/estimate-prediction.ts";
import { decimalsFor, formatNumber } from "../core/format/format-number.ts";
import { formatPercent } from "../core/format/format-probability.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import type { Estimate, EstimateCoefficient, EstimatePoint } from "../core/model/estimate.ts";
import { quantile } from "../core/sampling/quantile.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer, NumericAxis } from "./chart-spec.ts";
import { type EstimateFigure, modelFrame, partLabel, seriesLabel } from "./estimate-figure.ts";
import { formatValue } from "./format-value.ts";
import { labelledTicks, niceScale } from "./ticks.ts";
import { unitNote, valueAxis } from "./value-axis.ts";
import { yearsAxis } from "./years-axis.ts";

/** Points along the fitted line. */
const POINTS = 24;

/** Room that a year's label takes, as shares of the sample's ranges. */
const LABEL_WIDTH = 0.12;
const LABEL_HEIGHT = 0.12;

/** What a predictive band covers: 80 of 100 new values. */
const TAIL = 0.9;

/**
 * The years of a sample and what an estimate makes of them: along one predictor, or from year to year where there
 * are none or several.
 */
export function estimateSpec(figure: EstimateFigure, language: Language): ChartSpec {
  const { estimate } = figure;
  const isAlongPredictor = (estimate.points[0]?.x.length ?? 0) === 1;
  const x = isAlongPredictor
    ? predictorAxis(figure, language)
    : yearsAxis(estimate.points.map(({ year }) => year));
  const course = isAlongPredictor ? lineAlong(estimate, x) : courseByYear(estimate);
  const y = outcomeAxis(figure, course, language);
  const title = finding(figure, language);
  return {
    ...modelFrame(figure, language, `${estimate.id}-estimate`),
    title,
    subtitle: subtitle(figure, isAlongPredictor, language) + unitNote(y, language),
    alt: altText(figure, title, y, language),
    x,
    y,
    layers: layers(estimate, course, isAlongPredictor, y, language),
    legend: [],
    table: estimateTable(figure, x, y, isAlongPredictor, language),
  };
}

function predictorAxis({ definition, estimate }: EstimateFigure, language: Language): NumericAxis {
  const predictor = predictorOf(estimate)?.predictor ?? "";
  const unit = definition.series[predictor.replace(/\[.*/, "")]?.unit ?? "1";
  const values = estimate.points.map(({ x }) => x[0] ?? Number.NaN);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = niceScale(low, high, 5).cover;
  const scale = niceScale(from, to, 5);
  const suffix = unitSuffix(unit, language);
  return {
    kind: "numeric",
    label: seriesLabel(definition, predictor, language),
    domain: [from, to],
    ticks: labelledTicks(scale, suffix === "%" ? suffix : ""),
    grid: false,
    format: { kind: "number", decimals: scale.decimals + 1, unit: suffix },
  };
}

const predictorOf = ({ coefficients }: Estimate): EstimateCoefficient | undefined =>
  coefficients.find(({ predictor }) => predictor !== undefined);

/** The middle and the 80 % band of a new value. */
function foretold(estimate: Estimate, x: readonly number[], at: number): ChartPoint {
  const { location, scale } = estimatePrediction(estimate, x);
  const reach =
    scale * quantile({ kind: "student_t", df: estimate.df, location: 0, scale: 1 }, TAIL);
  return { x: at, y: location, low: location - reach, high: location + reach };
}

function lineAlong(estimate: Estimate, { domain: [low, high] }: NumericAxis): ChartPoint[] {
  return Array.from({ length: POINTS + 1 }, (_, k) => {
    const x = low + ((high - low) * k) / POINTS;
    return foretold(estimate, [x], x);
  });
}

const courseByYear = (estimate: Estimate): ChartPoint[] =>
  estimate.points.map(({ year, x }) => foretold(estimate, x, year));

function outcomeAxis(
  { definition, estimate }: EstimateFigure,
  course: readonly ChartPoint[],
  language: Language,
): NumericAxis {
  const unit = definition.series[estimate.of]?.unit ?? "1";
  const band = course.flatMap(({ low = Number.NaN, high = Number.NaN }) => [low, high]);
  const values = [...estimate.points.map(({ y }) => y), ...band];
  const decimals = decimalsFor(estimate.residualSd, 2);
  return valueAxis(values, unitSuffix(unit, language), decimals);
}

/** Years whose labels do not stand on each other's; the others are told under the cursor and in the table. */
function labelledPoints({ points }: Estimate): ReadonlySet<number> {
  const rangeOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const [width, height] = [points.map(({ x }) => x[0] ?? 0), points.map(({ y }) => y)].map(rangeOf);
  const shown: EstimatePoint[] = [];
  for (const point of points) {
    const isFree = shown.every(
      ({ x, y }) =>
        Math.abs((x[0] ?? 0) - (point.x[0] ?? 0)) > LABEL_WIDTH * (width ?? 0) ||
        Math.abs(y - point.y) > LABEL_HEIGHT * (height ?? 0),
    );
    if (isFree) shown.push(point);
  }
  return new Set(shown.map(({ year }) => year));
}

function layers(
  estimate: Estimate,
  course: readonly ChartPoint[],
  isAlongPredictor: boolean,
  y: NumericAxis,
  language: Language,
): readonly Layer[] {
  const zh = language === "zh";
  const isLabelled = isAlongPredictor ? labelledPoints(estimate) : new Set<number>();
  const points = estimate.points.map((point): ChartPoint => {
    const label = isLabelled.has(point.year) ? { label: String(point.year) } : {};
    const readout = `${point.year}${zh ? "：" : ": "}${formatValue(point.y, y.format)}`;
    return isAlongPredictor
      ? { x: point.x[0] ?? Number.NaN, y: point.y, ...label, readout }
      : { x: point.year, y: point.y, readout };
  });
  return [
    { kind: "area", name: zh ? "80% 区间" : "80% range", color: "accent", points: course },
    { kind: "line", name: zh ? "估计" : "Estimate", color: "accent", points: course },
    { kind: "dots", name: zh ? "实际" : "Observed", color: "ink", shape: "circle", points },
  ];
}

/** The coefficient that the chart is about; the mean or the first predictor's where it is about no single one. */
const subjectOf = ({ estimate, part }: EstimateFigure): EstimateCoefficient | undefined =>
  estimate.coefficients.find(({ id }) => id === part) ??
  predictorOf(estimate) ??
  estimate.coefficients[0];

function finding(figure: EstimateFigure, language: Language): string {
  const { definition, estimate } = figure;
  const zh = language === "zh";
  const subject = subjectOf(figure);
  if (subject === undefined) return estimate.id;
  const decimals = decimalsFor(subject.standardError, 2);
  const [mean, error] = [subject.mean, subject.standardError].map((value) =>
    formatNumber(value, decimals),
  );
  const name = partLabel(definition, estimate.id, subject.id, language);
  const label =
    name === subject.id ? `${seriesLabel(definition, estimate.of, language)} · ${name}` : name;
  const count = estimate.points.length;
  const fit =
    estimate.rSquared === undefined
      ? ""
      : `${zh ? "，" : ", "}R² ${formatPercent(estimate.rSquared)}`;
  return zh
    ? `${label}：${mean} ± ${error}（${count} 年${fit}）`
    : `${label}: ${mean} ± ${error} (${count} years${fit})`;
}

function subtitle(
  { definition, estimate }: EstimateFigure,
  isAlongPredictor: boolean,
  language: Language,
): string {
  const zh = language === "zh";
  const [of, against] = [estimate.of, estimate.against].map((id) =>
    id === undefined ? "" : seriesLabel(definition, id, language),
  );
  const trend = estimate.against === "trend";
  const subject =
    estimate.kind !== "error"
      ? of
      : zh
        ? `${of}减${trend ? "以前各年均值" : against}`
        : `${of} less ${trend ? "the mean of earlier years" : against}`;
  const line = zh
    ? "点为各年实际值，线为估计，色带内有80%的新值"
    : "dots are years, the line is the estimate, the band holds 80% of new values";
  const along = isAlongPredictor ? (zh ? "纵轴为" : "Vertical: ") : "";
  return zh ? `${along}${subject}；${line}` : `${along}${subject}; ${line}`;
}

function altText(
  { estimate }: EstimateFigure,
  title: string,
  y: NumericAxis,
  language: Language,
): string {
  const zh = language === "zh";
  const years = estimate.points.map(({ year, y: value, fitted }) => {
    const [actual, line] = [value, fitted].map((each) => formatValue(each, y.format));
    return zh ? `${year}年 ${actual}，估计 ${line}` : `${year}: ${actual}, estimate ${line}`;
  });
  return zh
    ? `散点图。${title}。${years.join("；")}。`
    : `Dot plot. ${title}. ${years.join("; ")}.`;
}

function estimateTable(
  { definition, estimate }: EstimateFigure,
  x: NumericAxis,
  y: NumericAxis,
  isAlongPredictor: boolean,
  language: Language,
): ChartSpec["table"] {
  const zh = language === "zh";
  const predictors = estimate.coefficients.flatMap(({ predictor }) => predictor ?? []);
  return {
    columns: [
      { label: zh ? "年份" : "Year" },
      ...predictors.map((predictor) => ({
        label: seriesLabel(definition, predictor, language),
        format: isAlongPredictor ? x.format : ({ kind: "number", decimals: 2, unit: "" } as const),
      })),
      { label: zh ? "实际" : "Observed", format: y.format },
      { label: zh ? "估计" : "Estimate", format: y.format },
    ],
    rows: estimate.points.map((point) => [String(point.year), ...point.x, point.y, point.fitted]),
  };
}
