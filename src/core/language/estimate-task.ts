import type { Term } from "../estimation/estimate-sample.ts";
import {
  alignedSample,
  type Predictor,
  planErrors,
  type Sample,
  trendErrors,
} from "../estimation/sample.ts";
import type { Estimate } from "../model/estimate.ts";
import { divideUnits, parseUnit, type Unit, unitsAgree } from "../model/unit.ts";
import type { EstimateEntry } from "./estimate-shape.ts";
import { findSeries } from "./find-series.ts";
import type { PlanContext } from "./plan-context.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** What reading estimates needs of a plan. */
export type EstimateContext = Pick<PlanContext, "source" | "references" | "past">;

/** What is to be estimated, before its priors: coefficients and the sample, with places for issues. */
export interface EstimateTask {
  readonly kind: Estimate["kind"];
  readonly of: Spot<string>;
  readonly against?: string;
  readonly terms: readonly (Term & { readonly unit: Unit | undefined })[];
  readonly unit: Unit | undefined;
  readonly sample: Sample;
}

type Years = Pick<NonNullable<EstimateEntry["mean"]>, "years" | "except">;

function yearFilter({ years, except }: Years): (year: number) => boolean {
  const [first = Number.NEGATIVE_INFINITY, last = Number.POSITIVE_INFINITY] = years ?? [];
  return (year) => year >= first && year <= last && !(except ?? []).includes(year);
}

function meanTask(entry: NonNullable<EstimateEntry["mean"]>, context: EstimateContext) {
  const series = entry.of && findSeries(entry.of, context.past, context.source);
  if (entry.of === undefined || series === undefined) return undefined;
  const unit = parseUnit(series.unit);
  const sample = alignedSample(series, [], yearFilter(entry));
  return {
    kind: "mean",
    of: entry.of,
    terms: [{ id: "mean", unit }],
    unit,
    sample,
  } satisfies EstimateTask;
}

function reportUnits(at: number, one: string, other: string, source: ShapeSource): undefined {
  source.report(
    at,
    "series-unit",
    {
      zh: `两个序列的单位不同：\`${one}\` 与 \`${other}\`。`,
      en: `The two series are in different units: \`${one}\` and \`${other}\`.`,
    },
    { zh: "请换算后再相减。", en: "Convert one of them first." },
  );
}

function errorTask(
  entry: NonNullable<EstimateEntry["error"]>,
  { past, source }: EstimateContext,
): EstimateTask | undefined {
  const { of, against } = entry;
  const outcome = of && findSeries(of, past, source);
  const isTrend = against?.value === "trend";
  const promised = isTrend || against === undefined ? undefined : findSeries(against, past, source);
  if (of === undefined || against === undefined || outcome === undefined) return undefined;
  const unit = parseUnit(outcome.unit);
  const parts = {
    kind: "error",
    of,
    against: against.value,
    terms: [{ id: "mean", unit }],
    unit,
  } as const;
  if (isTrend) return { ...parts, sample: trendErrors(outcome, yearFilter(entry)) };
  if (promised === undefined) return undefined;
  const other = parseUnit(promised.unit);
  if (unit !== undefined && other !== undefined && !unitsAgree(unit, other)) {
    return reportUnits(against.at, outcome.unit, promised.unit, source);
  }
  return { ...parts, sample: planErrors(outcome, promised, yearFilter(entry)) };
}

function readPredictor(written: Spot<string>, context: EstimateContext): Predictor | undefined {
  const [name = "", lag = "0"] = written.value.replace("]", "").split("[t-");
  const series = findSeries({ value: name, at: written.at }, context.past, context.source);
  return series && { series, lag: Number(lag) };
}

function regressionTask(
  entry: NonNullable<EstimateEntry["regression"]>,
  context: EstimateContext,
): EstimateTask | undefined {
  const { of } = entry;
  const explained = of && findSeries(of, context.past, context.source);
  const unit = explained && parseUnit(explained.unit);
  const read = (entry.on ?? []).map(({ key, keyAt, value }) => {
    if (RESERVED_PARTS.includes(key)) reportReserved(key, keyAt, context.source);
    const predictor = value && readPredictor(value, context);
    return predictor && { id: key, written: value.value, predictor };
  });
  if (of === undefined || explained === undefined || read.length === 0) return undefined;
  if (read.includes(undefined)) return undefined;
  const terms = read.flatMap((item) => (item === undefined ? [] : [termOf(item, unit)]));
  const intercept = entry.intercept === false ? [] : [{ id: "intercept", unit }];
  const predictors = read.flatMap((item) => (item === undefined ? [] : [item.predictor]));
  const sample = alignedSample(explained, predictors, yearFilter(entry));
  return { kind: "regression", of, terms: [...intercept, ...terms], unit, sample };
}

function termOf(
  { id, written, predictor }: { id: string; written: string; predictor: Predictor },
  unit: Unit | undefined,
) {
  const other = parseUnit(predictor.series.unit);
  const ratio =
    unit === undefined || other === undefined ? undefined : coefficientUnit(unit, other);
  return { id, predictor: written, unit: ratio };
}

/** The unit of a coefficient; that between two percentages of any kind is a plain number. */
function coefficientUnit(unit: Unit, other: Unit): Unit {
  const ratio = divideUnits(unit, other);
  return unitsAgree(unit, other) ? new Map() : ratio;
}

const RESERVED_PARTS: readonly string[] = ["intercept", "residual", "next", "mean"];

function reportReserved(name: string, at: number, source: ShapeSource): void {
  source.report(
    at,
    "reserved-name",
    {
      zh: `\`${name}\` 是估计自带的部分，不能作系数的名称。`,
      en: `\`${name}\` is a part that estimates have of themselves.`,
    },
    { zh: "请改名。", en: "Choose another name." },
  );
}

/** Finds the series of an estimate and the years that they share; undefined where something is amiss. */
export function readEstimateTask(
  { mean, error, regression }: EstimateEntry,
  context: EstimateContext,
): EstimateTask | undefined {
  if (mean !== undefined) return meanTask(mean, context);
  if (error !== undefined) return errorTask(error, context);
  return regression && regressionTask(regression, context);
}
