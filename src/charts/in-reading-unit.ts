import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import type { HitRegion } from "../core/results/hit-region.ts";
import type { ColumnSummary } from "../core/results/summary.ts";
import type { ColumnTally } from "../core/results/tally.ts";
import type { Language } from "../core/text.ts";
import type { TargetView } from "./target-view.ts";

type Scale = (value: number) => number;

/** The same view with every value in the unit that the language counts by. */
export function inReadingUnit(view: TargetView, language: Language): TargetView {
  const { unit, exponent } = readingUnit(view.indicator.unit, language);
  if (exponent === 0) return view;
  const scale: Scale = (value) => timesPowerOfTen(value, exponent);
  return {
    ...view,
    indicator: { ...view.indicator, unit },
    column: scaleColumn(view.column, scale),
    columnSummary: scaleSummary(view.columnSummary, scale),
    region: scaleRegion(view.region, scale),
    ...(view.stretchLine === undefined ? {} : { stretchLine: scale(view.stretchLine) }),
    ...(view.actual === undefined ? {} : { actual: scale(view.actual) }),
  };
}

/** A column's counts with every value scaled. */
export function scaleColumn(column: ColumnTally, scale: Scale): ColumnTally {
  const { histogram } = column;
  return {
    ...column,
    mean: scale(column.mean),
    m2: scale(scale(column.m2)),
    min: scale(column.min),
    max: scale(column.max),
    histogram: {
      ...histogram,
      whole: false,
      origin: scale(histogram.origin),
      width: scale(histogram.width),
    },
  };
}

function scaleSummary(summary: ColumnSummary, scale: Scale): ColumnSummary {
  return {
    ...summary,
    mean: scale(summary.mean),
    sd: scale(summary.sd),
    p5: scale(summary.p5),
    p10: scale(summary.p10),
    p25: scale(summary.p25),
    p50: scale(summary.p50),
    p75: scale(summary.p75),
    p90: scale(summary.p90),
    p95: scale(summary.p95),
  };
}

function scaleRegion(region: HitRegion, scale: Scale): HitRegion {
  return region.kind === "band"
    ? { ...region, low: scale(region.low), high: scale(region.high) }
    : { ...region, line: scale(region.line) };
}
