import {
  type EstimateFailure,
  type EstimateSketch,
  estimateSample,
  LEAST_DF,
} from "../estimation/estimate-sample.ts";
import type { Estimate } from "../model/estimate.ts";
import type { Unit } from "../model/unit.ts";
import { readPriors } from "./estimate-prior.ts";
import type { EstimateEntry } from "./estimate-shape.ts";
import { type EstimateContext, type EstimateTask, readEstimateTask } from "./estimate-task.ts";
import type { RecordEntry } from "./list-shapes.ts";
import { readSource } from "./plan-context.ts";
import type { ShapeSource } from "./shape.ts";

/** An estimate with the units of its parts. */
export interface BuiltEstimate {
  readonly estimate: Estimate;
  readonly units: ReadonlyMap<string, Unit>;
}

function reportFailure(failure: EstimateFailure, at: number, source: ShapeSource): void {
  if (failure.kind === "collinear") {
    source.report(
      at,
      "collinear",
      {
        zh: "解释变量在这些年份里不变，或可由其他变量推出，系数无法分开。",
        en: "A predictor does not change in these years, or follows from others: coefficients cannot be told apart.",
      },
      { zh: "请去掉一个，或给系数写先验。", en: "Leave one out, or give the coefficients priors." },
    );
    return;
  }
  const { years, df } = failure;
  source.report(
    at,
    "too-few-years",
    {
      zh: `当时已知可用的只有 ${years} 年，自由度为 ${df}，至少要 ${LEAST_DF}。`,
      en: `${years} years were known, which leaves ${df} degrees of freedom; ${LEAST_DF} are needed at least.`,
    },
    {
      zh: "请补数据，或写 `prior:`（系数的先验不占自由度，weight 增加自由度），或改用有依据的分布。",
      en: "Add figures, or a `prior:` (coefficients with one take no degree of freedom, `weight` adds some), or write a distribution.",
    },
  );
}

function buildEstimate(
  { key, keyAt, value }: RecordEntry<EstimateEntry>,
  context: EstimateContext,
): BuiltEstimate | undefined {
  const source = readSource(value?.source, context);
  const priorSource = readSource(value?.prior?.source, context);
  const task = value && readEstimateTask(value, context);
  if (value === undefined || task === undefined) return undefined;
  const { sd, weight } = value.prior ?? {};
  const terms = readPriors(task.terms, value.prior, context.source);
  if (source === undefined || (value.prior !== undefined && (!sd || !weight))) return undefined;
  const sketch: EstimateSketch = {
    id: key,
    kind: task.kind,
    of: task.of.value,
    ...(task.against === undefined ? {} : { against: task.against }),
    terms,
    ...(sd === undefined || weight === undefined ? {} : { residual: { sd, weight } }),
    ...(priorSource === undefined ? {} : { priorSource }),
    source,
  };
  const estimate = estimateSample(sketch, task.sample);
  if (!("coefficients" in estimate)) {
    if (!context.past.isRewound) reportFailure(estimate, keyAt, context.source);
    return undefined;
  }
  return { estimate, units: unitsOf(task) };
}

function unitsOf({ terms, unit }: EstimateTask): ReadonlyMap<string, Unit> {
  const parts = [
    ...terms.map((term) => [term.id, term.unit] as const),
    ...["next", "residual"].map((part) => [part, unit] as const),
  ];
  return new Map(parts.flatMap(([part, of]) => (of === undefined ? [] : [[part, of]])));
}

/** Computes all estimates of a plan; undefined under a name whose estimate has issues. */
export function buildEstimates(
  entries: readonly RecordEntry<EstimateEntry>[],
  context: EstimateContext,
): ReadonlyMap<string, BuiltEstimate | undefined> {
  return new Map(entries.map((entry) => [entry.key, buildEstimate(entry, context)]));
}
