import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import type { Source, Target } from "../core/model/definition.ts";
import type { ProgramTarget } from "../core/model/program.ts";
import { yearlyTargetId } from "../core/model/yearly-targets.ts";
import type { ColumnTally } from "../core/results/tally.ts";
import { tallyQuantile } from "../core/results/tally-quantile.ts";
import type { Language } from "../core/text.ts";
import { knownPast, type PastPoint } from "./known-past.ts";
import type { RunResult } from "./run-result.ts";

/** Quantiles of a year, in the order of `FAN_PROBABILITIES`. */
export interface FanYear {
  readonly year: number;
  readonly quantiles: readonly number[];
}

/** A target's line in its year. */
export interface FanLine {
  readonly year: number;
  readonly value: number;
  readonly side: "above" | "below";
  readonly strict: boolean;
}

/** What a fan chart is about, in the unit that the language reads. */
export interface FanSubject {
  /** Stable name within a plan. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly source: Source;
  readonly past: readonly PastPoint[];
  readonly years: readonly FanYear[];
  readonly lines: readonly FanLine[];
}

/** Bands of 90, 60 and 30 % around the median. */
export const FAN_PROBABILITIES = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95] as const;
/** Index of the median in `FAN_PROBABILITIES`. */
export const MEDIAN = 3;

/** Years of the past on a chart, at most. */
const MOST_PAST = 10;

/**
 * An input or indicator over the years, with the lines of the targets that are about it; from a result whose
 * targets were asked of every year. `undefined` where it does not vary or has one period only.
 */
export function quantitySubject(
  result: RunResult,
  id: string,
  language: Language,
): FanSubject | undefined {
  const { definition, program, tally } = result;
  const quantity = [...definition.inputs, ...definition.indicators].find((each) => each.id === id);
  if (quantity === undefined) return undefined;
  const columnOf = (year: number): ColumnTally | undefined =>
    tally.columns[program.columns.findIndex(({ name }) => name === `${id}@${year}`)];
  const about = definition.targets.filter(
    (target) => target.indicator === id && !isOverYears(target),
  );
  return subject({
    name: id,
    label: quantity.label[language],
    unit: quantity.unit,
    source: quantity.source,
    past: knownPast(definition, id).slice(-MOST_PAST),
    years: fanYears(definition.periods, columnOf),
    lines: about.flatMap(({ id: target, period }) =>
      lineOf(yearlyTarget(result, target, period), period),
    ),
    language,
  });
}

/**
 * What a target is about over the years: its indicator, or how far the sum or the growth over several years
 * has come by the end of each. From a result whose targets were asked of every year.
 */
export function targetSubject(
  result: RunResult,
  target: Target,
  language: Language,
): FanSubject | undefined {
  if (!isOverYears(target)) return quantitySubject(result, target.indicator, language);
  const { definition, tally } = result;
  const indicator = definition.indicators.find(({ id }) => id === target.indicator);
  if (indicator === undefined) return undefined;
  const compiled = (year: number) => yearlyTarget(result, target.id, year);
  const columnOf = (year: number) => tally.columns[compiled(year)?.value ?? -1];
  const [first] = target.cumulative ?? target.compounded ?? [target.period];
  const label = target.label[language];
  return subject({
    name: target.id,
    label: language === "zh" ? `${label}（累计进度）` : `${label} (progress)`,
    unit: target.compounded === undefined ? indicator.unit : "%",
    source: target.source,
    // Before its first year nothing has been done; a past within the plan's years is left to the first period.
    past: definition.periods.includes(first) ? [{ year: first - 1, value: 0 }] : [],
    years: fanYears(definition.periods, columnOf),
    lines: lineOf(compiled(target.period), target.period),
    language,
  });
}

const isOverYears = ({ cumulative, compounded }: Target): boolean =>
  cumulative !== undefined || compounded !== undefined;

const yearlyTarget = (
  { program }: RunResult,
  target: string,
  year: number,
): ProgramTarget | undefined =>
  program.targets.find(({ id }) => id === yearlyTargetId(target, year));

function fanYears(
  periods: readonly number[],
  columnOf: (year: number) => ColumnTally | undefined,
): readonly FanYear[] {
  return periods.flatMap((year) => {
    const column = columnOf(year);
    if (column === undefined || column.count === 0) return [];
    return [{ year, quantiles: FAN_PROBABILITIES.map((p) => tallyQuantile(column, p)) }];
  });
}

function lineOf(compiled: ProgramTarget | undefined, year: number): readonly FanLine[] {
  if (compiled?.threshold === undefined || compiled.band !== undefined) return [];
  const { threshold: value, hitSide: side, strict } = compiled;
  return [{ year, value, side, strict }];
}

function subject({
  language,
  ...given
}: FanSubject & { readonly language: Language }): FanSubject | undefined {
  const varies = given.years.some(({ quantiles }) => quantiles.at(-1) !== quantiles[0]);
  if (given.years.length < 2 || !varies) return undefined;
  const { unit, exponent } = readingUnit(given.unit, language);
  const scale = (value: number): number => timesPowerOfTen(value, exponent);
  return {
    ...given,
    unit,
    past: given.past.map(({ year, value }) => ({ year, value: scale(value) })),
    years: given.years.map(({ year, quantiles }) => ({ year, quantiles: quantiles.map(scale) })),
    lines: given.lines.map((line) => ({ ...line, value: scale(line.value) })),
  };
}
