import { createGuide, type Guide, WIDEST_SCORE } from "./guide.ts";
import type { Law } from "./laws/law.ts";
import { scoreOf } from "./laws/normal-law.ts";
import { type Knot, type MonotoneCell, monotoneCell } from "./monotone-cell.ts";
import { normalCdf, normalDensity } from "./normal.ts";

/**
 * x(z) = F⁻¹(Φ(z)) as cubic Hermite cells between knots in z, after Hörmann and Leydold 2003 (Continuous random
 * variate generation by fast numerical inversion, ACM TOMACS 13): knots come from values x, whose score
 * z = Φ⁻¹(F(x)) needs no root to be found. Cells end at the joints of the law, and are split until the error is small.
 * Cells are monotone.
 */
export interface ScoreTable {
  /** Rows of 6: first score, four coefficients in powers of z − first score, value at the end. */
  readonly rows: Float64Array;
  /** Starts are places in `rows`. */
  readonly guide: Guide;
}

const ROW = 6;
/** Error aimed at, as a share of the law's spread, or of the distance from its centre where that is larger. */
const TOLERANCE = 1e-8;
/** Error aimed at as a share of the distance from an end of the support, where that is less: poles keep their shape. */
const END_TOLERANCE = 1e-3;
/** Parts of the curve narrower in z are left out. */
const NARROWEST = 1e-13;
const DEEPEST = 120;
/** Scores between which cells are split. */
export const FIRST_SCORES = [-8.5, -6.5, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6.5, 8.5];

/** What decides where cells are split. */
interface Grain {
  readonly centre: number;
  readonly spread: number;
}

interface Builder {
  readonly law: Law;
  readonly grain: Grain;
  readonly rows: number[];
}

/** Tabulate a continuous law's quantiles over normal scores. */
export function buildScoreTable(law: Law): ScoreTable {
  const frame = FIRST_SCORES.map((z) => ({ z, x: law.quantile(normalCdf(z), normalCdf(-z)) }));
  const builder = { law, grain: grainOf(frame), rows: [] };
  const least = frame[0]!.x;
  const most = frame[frame.length - 1]!.x;
  const joints = law.joints(least, most).filter((x) => x > least && x < most);
  let reached = flatCell(builder, least, -WIDEST_SCORE);
  let from = least;
  for (const to of [...joints, most]) {
    const end = to === most ? endOf(law, to) : scoreWithin(law.below(to), law.from(to));
    if (end > reached + NARROWEST) {
      smoothCells(builder, frame, { z: reached, x: from }, { z: end, x: to });
      reached = end;
    }
    reached = flatCell(builder, to, reached);
    from = to;
  }
  return scoreTableOf(builder.rows);
}

/** The table of cells one after the other, the first from −`WIDEST_SCORE`. */
export function scoreTableOf(cells: readonly number[]): ScoreTable {
  const rows = Float64Array.from(cells);
  const guide = createGuide((i) => rows[i * ROW]!, rows.length / ROW, 4);
  // From "rows that start before" to the place of the last of them.
  const starts = guide.starts.map((count) => Math.max(0, count - 1) * ROW);
  return { rows, guide: { ...guide, starts } };
}

/** The table of shift + scale · x, where `table` gives x; scale > 0. */
export function stretchScoreTable(
  { rows, guide }: ScoreTable,
  shift: number,
  scale: number,
): ScoreTable {
  const stretched = rows.map((field, at) => {
    const place = at % ROW;
    if (place === 0) return field;
    return place === 1 || place === ROW - 1 ? shift + scale * field : scale * field;
  });
  return { rows: stretched, guide };
}

/** Median, and sd by the trapezoidal rule at whole scores; in heavy tails not more than the width of the central 68 %. */
function grainOf(frame: readonly { readonly z: number; readonly x: number }[]): Grain {
  const inner = frame.filter(({ z }) => Math.abs(z) <= 5);
  const at = (score: number): number => frame.find(({ z }) => z === score)!.x;
  const average = (value: (x: number) => number): number =>
    inner.reduce((sum, { z, x }) => sum + value(x) * normalDensity(z), 0);
  const mean = average((x) => x);
  const sd = Math.sqrt(average((x) => (x - mean) * (x - mean)));
  return { centre: at(0), spread: Math.min(sd, at(1) - at(-1)) };
}

function scoreWithin(p: number, q: number): number {
  return Math.min(Math.max(scoreOf(p, q), -WIDEST_SCORE), WIDEST_SCORE);
}

/** Score at which the largest value is reached: the end, unless that value has probability of its own. */
function endOf(law: Law, most: number): number {
  return law.below(most) < law.lower(most)
    ? scoreWithin(law.below(most), law.from(most))
    : WIDEST_SCORE;
}

/** Adds a constant cell where x has probability of its own; returns the score reached. */
function flatCell({ law, rows }: Builder, x: number, reached: number): number {
  if (law.below(x) === law.lower(x)) return reached;
  const end = scoreWithin(law.lower(x), law.upper(x));
  if (end <= reached) return reached;
  rows.push(reached, x, 0, 0, 0, x);
  return end;
}

/** Cells from one joint to the next. */
function smoothCells(
  builder: Builder,
  frame: readonly { readonly z: number; readonly x: number }[],
  from: { readonly z: number; readonly x: number },
  to: { readonly z: number; readonly x: number },
): void {
  // Just inside, since the density may jump at a joint.
  const nudge = 1e-9 * (to.x - from.x);
  const first = knotAt(builder.law, from.z, from.x, from.x + nudge);
  const last = knotAt(builder.law, to.z, to.x, to.x - nudge);
  const inner = frame
    .filter(({ z, x }) => z > from.z + 1e-6 && z < to.z - 1e-6 && x >= from.x && x <= to.x)
    .map(({ z, x }) => knotAt(builder.law, z, x, x));
  let left = first;
  for (const right of [...inner, last]) {
    splitCell(builder, left, right, 0);
    left = right;
  }
}

/** The knot (z, x), with the density taken at `inside`. */
function knotAt(law: Law, z: number, x: number, inside: number): Knot {
  const slope = normalDensity(z) / law.density(inside);
  return { z, x, slope: slope >= 0 ? slope : Infinity };
}

/** Adds the cell from `a` to `b`, or both parts of it where its error is too large. */
function splitCell(builder: Builder, a: Knot, b: Knot, depth: number): void {
  if (b.z - a.z < NARROWEST) return;
  const cell = monotoneCell(a, b);
  const between = depth < DEEPEST ? farKnot(builder, a, b, cell) : undefined;
  if (between === undefined) {
    builder.rows.push(...cell.row);
    return;
  }
  splitCell(builder, a, between, depth + 1);
  splitCell(builder, between, b, depth + 1);
}

/**
 * A knot of the curve that the cell misses by too much. Tested off the middle, where an odd function's error
 * vanishes. Over a gap that (almost) no probability falls in, the knot is at the end of the cell, which leaves a jump.
 */
function farKnot(
  { law, grain }: Builder,
  a: Knot,
  b: Knot,
  { secant, valueAt }: MonotoneCell,
): Knot | undefined {
  for (const share of [0.3, 0.7]) {
    const d = share * (b.z - a.z);
    const x = valueAt(d);
    if (!(x > a.x && x < b.x)) continue;
    const score = Math.min(Math.max(scoreOf(law.lower(x), law.upper(x)), a.z), b.z);
    const knot = knotAt(law, score, x, x);
    const slope = knot.slope < Infinity ? Math.max(knot.slope, secant) : secant;
    if (Math.abs(score - a.z - d) * slope > allowedError(law, grain, x)) return knot;
  }
  return undefined;
}

function allowedError(law: Law, { centre, spread }: Grain, x: number): number {
  const [least, most] = law.support;
  const nearEnd = END_TOLERANCE * Math.min(x - least, most - x);
  const usual = TOLERANCE * Math.max(spread, Math.abs(x - centre));
  return Math.max(Math.min(usual, nearEnd), 4e-16 * Math.abs(x));
}

/** The value of each score: monotone, and never outside the ends of its cell. */
export function fillFromScores(table: ScoreTable, z: Float64Array, out: Float64Array): void {
  const { rows } = table;
  const { cellsPerUnit, starts } = table.guide;
  const lastRow = rows.length - ROW;
  for (let i = 0; i < out.length; i++) {
    let score = z[i]!;
    if (score < -WIDEST_SCORE) score = -WIDEST_SCORE;
    if (score > WIDEST_SCORE) score = WIDEST_SCORE;
    let at = starts[Math.floor((score + WIDEST_SCORE) * cellsPerUnit)]!;
    while (at < lastRow && score >= rows[at + ROW]!) at += ROW;
    const start = rows[at + 1]!;
    const end = rows[at + 5]!;
    const d = score - rows[at]!;
    const x = start + d * (rows[at + 2]! + d * (rows[at + 3]! + d * rows[at + 4]!));
    if (x > end) out[i] = end;
    else if (x > start) out[i] = x;
    else out[i] = start;
  }
}
