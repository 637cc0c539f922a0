import { compileExpression } from "./compile-expression.ts";
import type { Indicator, Target, Threshold } from "./definition.ts";
import type { Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import type { QuantityRegisters } from "./quantity-registers.ts";

/** A comparison of a target's value with a line, as registers. */
export interface TargetEvent {
  /** 1 hit, 0 missed, NaN where the value or the line is not a finite number. */
  readonly hit: Register;
  /** Where the line is the same in every draw. */
  readonly threshold?: number;
  readonly band?: readonly [number, number];
  /** Where it is not: value − line, or the slack of a two-sided relation. */
  readonly margin?: Register;
  readonly hitSide: "above" | "below";
  readonly strict: boolean;
}

/** What a target's relation is compiled with. */
export interface TargetContext {
  readonly builder: ProgramBuilder;
  readonly quantities: QuantityRegisters;
  readonly target: Target;
  readonly indicator: Indicator;
}

/** The target's quantity as is: an indicator's register, or what its years sum or compound to. */
export function targetValue(context: TargetContext): Register {
  return valueAtLag(context, 0);
}

/** Emit the test of a target's relation. */
export function compileTargetEvent(context: TargetContext): TargetEvent {
  const { builder, target, indicator } = context;
  const { relation } = target;
  const value = builder.emit("finite", targetValue(context));
  const oneSided = (
    line: Register,
    hitSide: TargetEvent["hitSide"],
    strict: boolean,
  ): TargetEvent => compare(builder, value, line, hitSide, strict);
  const shifted = (line: Register, by: number): Register =>
    builder.emit(by < 0 ? "subtract" : "add", line, builder.constant(Math.abs(by)));
  const good = goodSide(indicator);

  switch (relation.kind) {
    case "at_least":
    case "at_most":
    case "above":
    case "below": {
      const upward = relation.kind === "at_least" || relation.kind === "above";
      const strict = relation.kind === "above" || relation.kind === "below";
      return oneSided(line(context, relation.threshold), upward ? "above" : "below", strict);
    }
    case "about": {
      const centre = line(context, relation.threshold);
      if (relation.twoSided) return around(builder, value, centre, relation.tolerance);
      const tolerance = good === "above" ? -relation.tolerance : relation.tolerance;
      return oneSided(shifted(centre, tolerance), good, false);
    }
    case "point":
    case "as_assigned":
      return oneSided(line(context, relation.threshold), good, false);
    case "rising":
      return relation.threshold === undefined
        ? oneSided(finitePrevious(context), "above", true)
        : oneSided(line(context, relation.threshold), "above", true);
    case "positive":
      return oneSided(builder.constant(0), "above", true);
    case "stable":
      return oneSided(shifted(finitePrevious(context), -relation.tolerance), "above", false);
    case "in_step_with":
      return oneSided(
        shifted(line(context, relation.reference), -relation.tolerance),
        "above",
        false,
      );
    case "in_line_with":
      return around(builder, value, line(context, relation.reference), relation.tolerance);
    case "faster_than":
      return oneSided(line(context, relation.reference), "above", true);
    case "between":
      return between(builder, value, line(context, relation.low), line(context, relation.high));
    default:
      return relation satisfies never;
  }
}

/** Emit the test of a target's second tier: at or beyond it in the good direction. */
export function compileStretchEvent(context: TargetContext, stretch: Threshold): TargetEvent {
  const { builder, indicator } = context;
  const value = builder.emit("finite", targetValue(context));
  return compare(builder, value, line(context, stretch), goodSide(indicator), false);
}

const goodSide = (indicator: Indicator): TargetEvent["hitSide"] =>
  indicator.better === "higher" ? "above" : "below";

function valueAtLag({ builder, quantities, target }: TargetContext, lag: number): Register {
  const [first, last] = targetYears(target);
  const at = (year: number): Register => quantities.at(target.indicator, year - lag);
  if (target.compounded !== undefined) return compounded(builder, at, first, last);
  let sum = at(first);
  for (let year = first + 1; year <= last; year++) sum = builder.emit("add", sum, at(year));
  return sum;
}

/** The first and the last year in which a target needs its indicator, before any comparison with the past. */
export const targetYears = ({
  cumulative,
  compounded: grown,
  period,
}: Pick<Target, "cumulative" | "compounded" | "period">): readonly [number, number] =>
  cumulative ?? grown ?? [period, period];

/** Growth over several years, in percent, of rates in percent per year: 100 · (Π (1 + x/100) − 1). */
function compounded(
  builder: ProgramBuilder,
  at: (year: number) => Register,
  first: number,
  last: number,
): Register {
  const [one, hundred] = [builder.constant(1), builder.constant(100)];
  const factor = (year: number): Register =>
    builder.emit("add", one, builder.emit("divide", at(year), hundred));
  let product = factor(first);
  for (let year = first + 1; year <= last; year++) {
    product = builder.emit("multiply", product, factor(year));
  }
  return builder.emit("multiply", builder.emit("subtract", product, one), hundred);
}

/** Last period's quantity; of several years, what the same number of years gave one year earlier. */
const finitePrevious = (context: TargetContext): Register =>
  context.builder.emit("finite", valueAtLag(context, 1));

function line({ builder, quantities, target }: TargetContext, threshold: Threshold): Register {
  const lookup = quantities.lookup(target.period);
  return builder.emit("finite", compileExpression(threshold.expression, lookup, builder));
}

function compare(
  builder: ProgramBuilder,
  value: Register,
  threshold: Register,
  hitSide: TargetEvent["hitSide"],
  strict: boolean,
): TargetEvent {
  const operation = strict ? "less" : "less_equal";
  const hit =
    hitSide === "above"
      ? builder.emit(operation, threshold, value)
      : builder.emit(operation, value, threshold);
  const constant = builder.constantOf(threshold);
  return constant === undefined
    ? { hit, hitSide, strict, margin: builder.emit("subtract", value, threshold) }
    : { hit, hitSide, strict, threshold: constant };
}

/** |value − centre| ≤ tolerance. */
function around(
  builder: ProgramBuilder,
  value: Register,
  centre: Register,
  tolerance: number,
): TargetEvent {
  const gap = builder.emit("absolute", builder.emit("subtract", value, centre));
  const margin = builder.emit("subtract", builder.constant(tolerance), gap);
  const middle = builder.constantOf(centre);
  const band =
    middle === undefined ? undefined : ([middle - tolerance, middle + tolerance] as const);
  return twoSided(builder, margin, band);
}

/** low ≤ value ≤ high. */
function between(
  builder: ProgramBuilder,
  value: Register,
  low: Register,
  high: Register,
): TargetEvent {
  const aboveLow = builder.emit("subtract", value, low);
  const belowHigh = builder.emit("subtract", high, value);
  const margin = builder.emit("minimum", aboveLow, belowHigh);
  const lowest = builder.constantOf(low);
  const highest = builder.constantOf(high);
  const band =
    lowest === undefined || highest === undefined ? undefined : ([lowest, highest] as const);
  return twoSided(builder, margin, band);
}

/** Slack ≥ 0; exact, since a difference of finite numbers is 0 only where they are equal. */
function twoSided(
  builder: ProgramBuilder,
  margin: Register,
  band: readonly [number, number] | undefined,
): TargetEvent {
  const hit = builder.emit("less_equal", builder.constant(0), margin);
  const event = { hit, margin, hitSide: "above", strict: false } as const;
  return band === undefined ? event : { ...event, band };
}
