import type { HitRegion } from "../core/results/hit-region.ts";
import type { ColumnTally } from "../core/results/tally.ts";
import { targetLines } from "./target-view.ts";

/** A point of a cumulative count: `count` of the column's values lie below `value`. */
export interface Knot {
  readonly value: number;
  readonly count: number;
}

/** Corners of a column's cumulative count, ascending in both; values are taken as even within a bin. */
export function cumulativeKnots(column: ColumnTally): Knot[] {
  const { origin, width, counts } = column.histogram;
  const below = counts[0] ?? 0;
  const knots: Knot[] = below > 0 ? [{ value: Math.min(column.min, origin), count: 0 }] : [];
  let total = below;
  knots.push({ value: origin, count: total });
  for (let bin = 1; bin < counts.length - 1; bin++) {
    total += counts[bin] ?? 0;
    knots.push({ value: origin + bin * width, count: total });
  }
  const above = counts[counts.length - 1] ?? 0;
  const end = origin + (counts.length - 2) * width;
  if (above > 0) knots.push({ value: Math.max(column.max, end), count: total + above });
  return knots;
}

/** Index of the first knot at or beyond a value; the number of knots where there is none. */
function firstAtOrBeyond(knots: readonly Knot[], value: number): number {
  let low = 0;
  let high = knots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((knots[middle]?.value ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Read the cumulative count at a value, between knots by straight lines. */
export function countBelow(knots: readonly Knot[], value: number): number {
  const index = firstAtOrBeyond(knots, value);
  const next = knots[index];
  if (next === undefined) return knots.at(-1)?.count ?? 0;
  const previous = knots[index - 1];
  if (previous === undefined || next.value === value) return next.count;
  const share = (value - previous.value) / (next.value - previous.value);
  return previous.count + share * (next.count - previous.count);
}

/**
 * Where bars must break so that none is partly hit: at the target's line, or for whole numbers
 * halfway to the neighbouring number that falls on the other side.
 */
export function boundaries(region: HitRegion, whole: boolean): readonly number[] {
  if (!whole) return targetLines(region);
  if (region.kind === "band") return [Math.ceil(region.low) - 0.5, Math.floor(region.high) + 0.5];
  const lineItselfIsAbove = (region.side === "above") !== region.strict;
  return [lineItselfIsAbove ? Math.ceil(region.line) - 0.5 : Math.floor(region.line) + 0.5];
}

/**
 * Pin the cumulative count at the target's boundary to the counted hits, so that the area of hit
 * bars is the probability itself and not its approximation by bins.
 */
export function pinnedKnots(column: ColumnTally, region: HitRegion, hits: number): Knot[] {
  const knots = cumulativeKnots(column);
  const lines = boundaries(region, column.histogram.whole);
  return lines.reduce((current, value, index) => {
    const below = index === 1 ? hits + countBelow(current, lines[0] ?? value) : undefined;
    return insertKnot(current, value, below ?? countAt(region, column.count, hits, current, value));
  }, knots);
}

function countAt(
  region: HitRegion,
  total: number,
  hits: number,
  knots: readonly Knot[],
  value: number,
): number {
  if (region.kind === "band") return Math.min(countBelow(knots, value), total - hits);
  return region.side === "above" ? total - hits : hits;
}

function insertKnot(knots: readonly Knot[], value: number, count: number): Knot[] {
  const before = knots.filter((knot) => knot.value < value);
  const after = knots.filter((knot) => knot.value > value);
  return [
    ...before.map((knot) => ({ ...knot, count: Math.min(knot.count, count) })),
    { value, count },
    ...after.map((knot) => ({ ...knot, count: Math.max(knot.count, count) })),
  ];
}
