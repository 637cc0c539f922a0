import type { Indicator, Target } from "../core/model/definition.ts";
import { type HitRegion, hitRegion } from "../core/results/hit-region.ts";
import type { ColumnSummary, TargetSummary } from "../core/results/summary.ts";
import type { ColumnTally } from "../core/results/tally.ts";
import { targetColumn } from "../core/results/target-column.ts";
import type { RunResult } from "./run-result.ts";

/** A target and all that charts need to know about it, looked up once. */
export interface TargetView {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly estimate: TargetSummary;
  /**
   * The column on the axis: the target's quantity, or its margin to the threshold where the
   * threshold varies by draw.
   */
  readonly column: ColumnTally;
  readonly columnSummary: ColumnSummary;
  readonly isMargin: boolean;
  readonly region: HitRegion;
  /** Second tier on the same axis, where it is a fixed number. */
  readonly stretchLine?: number;
  /** What was observed afterwards, on the same axis, where it is to be shown. */
  readonly actual?: number;
}

/**
 * Look up a target by id, with what was observed of its quantity afterwards, where that is to be shown.
 * Throws where the result has no such target.
 */
export function targetView(result: RunResult, targetId: string, actual?: number): TargetView {
  const { definition, program, summary, tally } = result;
  const index = program.targets.findIndex(({ id }) => id === targetId);
  const compiled = program.targets[index];
  const target = definition.targets.find(({ id }) => id === targetId);
  const indicator = definition.indicators.find(({ id }) => id === target?.indicator);
  const estimate = summary.targets[index];
  if (!(compiled && target && indicator && estimate)) {
    throw new Error(`The result has no target ${targetId}.`);
  }
  const columnIndex = targetColumn(compiled);
  const column = tally.columns[columnIndex];
  const columnSummary = summary.columns[columnIndex];
  if (!(column && columnSummary)) throw new Error(`The result has no column of ${targetId}.`);
  const isMargin = columnIndex !== compiled.value;
  const stretch = isMargin ? undefined : compiled.stretchThreshold;
  return {
    target,
    indicator,
    estimate,
    column,
    columnSummary,
    isMargin,
    region: hitRegion(compiled),
    ...(stretch === undefined ? {} : { stretchLine: stretch }),
    ...(actual === undefined || isMargin ? {} : { actual }),
  };
}

/** Where the target's lines stand, ascending. */
export function targetLines(region: HitRegion): readonly number[] {
  return region.kind === "band" ? [region.low, region.high] : [region.line];
}

/** The target's rule in signs, e.g. `≥ 7.5%`, given a way to write lines. */
export function ruleText(region: HitRegion, write: (value: number) => string): string {
  if (region.kind === "band") return `${write(region.low)} – ${write(region.high)}`;
  const sign = { above: region.strict ? ">" : "≥", below: region.strict ? "<" : "≤" }[region.side];
  return `${sign} ${write(region.line)}`;
}
