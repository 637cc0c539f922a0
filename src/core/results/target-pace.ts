import type { Definition, Indicator, Target } from "../model/definition.ts";
import type { Program } from "../model/program.ts";
import { isGrowth, isPercentage, parseUnit } from "../model/unit.ts";
import { yearlyTargetId } from "../model/yearly-targets.ts";
import { type PaceKind, requiredPace } from "./required-pace.ts";
import type { Tally } from "./tally.ts";
import { tallyQuantile } from "./tally-quantile.ts";

/** Quantiles over the draws. */
export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** How things stand at the end of a year, and what the years after it must bring. */
export interface PaceRow {
  readonly year: number;
  readonly yearsLeft: number;
  /** The target's quantity so far, or the level reached. */
  readonly progress: Spread;
  /** Needed in each remaining year; its p10 belongs to the progress at p90. */
  readonly needed: Spread;
  /** What the model makes of the following year, where that is measured as `needed` is. */
  readonly next?: Spread;
}

/** What it takes to reach a target of a later year from where each year ends. */
export interface TargetPace {
  readonly kind: PaceKind;
  /** To be reached, or not to be passed, in the target's year; tolerance included. */
  readonly line: number;
  readonly side: "above" | "below";
  /** The target's year. */
  readonly period: number;
  /** By year; the first row is the start, where the past is known. */
  readonly rows: readonly PaceRow[];
}

/** A result in which targets were asked of every year: see `withYearlyTargets`. */
export interface YearlyResult extends ProgramResult {
  /** Where the columns of all quantities are, if not here. */
  readonly quantities?: ProgramResult;
}

interface ProgramResult {
  readonly program: Program;
  readonly tally: Tally;
}

/**
 * The required pace of a target whose line is the same in every draw and has one side, in a later year
 * than the first; `undefined` for others, and for growth rates of single years, where nothing adds up.
 */
export function targetPace(
  definition: Definition,
  target: Target,
  result: YearlyResult,
): TargetPace | undefined {
  const indicator = definition.indicators.find(({ id }) => id === target.indicator);
  const kind = indicator && paceKind(target, indicator);
  const own = result.program.targets.find(
    ({ id }) => id === yearlyTargetId(target.id, target.period),
  );
  if (indicator === undefined || kind === undefined || own?.threshold === undefined)
    return undefined;
  if (own.band !== undefined) return undefined;
  const { period } = target;
  const line = own.threshold;
  const start = startRow(definition, target, indicator, kind, line);
  const years = definition.periods.filter((year) => year < period);
  const rows = years.flatMap((year) => paceRow(target, kind, line, year, result) ?? []);
  if (rows.length === 0) return undefined;
  return {
    kind,
    line,
    side: own.hitSide,
    period,
    rows: start === undefined ? rows : [start, ...rows],
  };
}

function paceKind(target: Target, indicator: Indicator): PaceKind | undefined {
  if (target.cumulative !== undefined) return "sum";
  if (target.compounded !== undefined) return "rate";
  const unit = parseUnit(indicator.unit);
  if (unit === undefined || isGrowth(unit)) return undefined;
  return isPercentage(unit) || unit.size === 0 ? "step" : "growth";
}

function paceRow(
  target: Target,
  kind: PaceKind,
  line: number,
  year: number,
  { program, tally, quantities = { program, tally } }: YearlyResult,
): PaceRow | undefined {
  const compiled = program.targets.find(({ id }) => id === yearlyTargetId(target.id, year));
  const column = tally.columns[compiled?.value ?? -1];
  if (column === undefined) return undefined;
  const yearsLeft = target.period - year;
  const at = (p: number): number => tallyQuantile(column, p);
  const needed = (p: number): number => requiredPace(kind, line, at(1 - p), yearsLeft);
  const next = nextYear(target, kind, year + 1, quantities);
  return {
    year,
    yearsLeft,
    progress: spreadOf(at),
    needed: spreadOf(needed),
    ...(next === undefined ? {} : { next }),
  };
}

const spreadOf = (at: (p: number) => number): Spread => ({
  p10: at(0.1),
  p50: at(0.5),
  p90: at(0.9),
});

/** Yearly values add up or compound in `sum` and `rate` only; levels are not measured as their growth is. */
function nextYear(
  { indicator }: Target,
  kind: PaceKind,
  year: number,
  { program, tally }: ProgramResult,
): Spread | undefined {
  if (kind !== "sum" && kind !== "rate") return undefined;
  const index = program.columns.findIndex(({ name }) => name === `${indicator}@${year}`);
  const column = tally.columns[index];
  return column && spreadOf((p) => tallyQuantile(column, p));
}

/** The year before the first period, whose values are history: the same in every draw. */
function startRow(
  { periods }: Definition,
  target: Target,
  { history }: Indicator,
  kind: PaceKind,
  line: number,
): PaceRow | undefined {
  const year = (periods[0] ?? Number.NaN) - 1;
  const [first] = target.cumulative ?? target.compounded ?? [year];
  // Years of the plan that lie behind; where it begins later, nothing has been done before it.
  const past = Array.from({ length: Math.max(0, year - first + 1) }, (_, k) => first + k);
  const values = past.map((each) => history?.values[each] ?? Number.NaN);
  const progress = progressOf(kind, values);
  const begin = Math.max(year, first - 1);
  if (!Number.isFinite(progress) || begin >= target.period) return undefined;
  const yearsLeft = target.period - begin;
  const needed = requiredPace(kind, line, progress, yearsLeft);
  return {
    year: begin,
    yearsLeft,
    progress: spreadOf(() => progress),
    needed: spreadOf(() => needed),
  };
}

function progressOf(kind: PaceKind, values: readonly number[]): number {
  if (kind === "sum") return values.reduce((sum, value) => sum + value, 0);
  if (kind === "rate") {
    return 100 * (values.reduce((product, value) => product * (1 + value / 100), 1) - 1);
  }
  return values.at(-1) ?? Number.NaN;
}
