import { createGuide, type Guide, WIDEST_SCORE } from "./guide.ts";
import type { Law } from "./laws/law.ts";
import { scoreOf } from "./laws/normal-law.ts";
import { normalCdf, normalDensity } from "./normal.ts";

/**
 * x(z) = F⁻¹(Φ(z)) as cubic Hermite cells between knots in z, after Hörmann and Leydold 2003 (Continuous random
 * variate generation by fast numerical inversion, ACM TOMACS 13): knots come from values x, whose score
 * z = Φ⁻¹(F(x)) needs no root to be found. Cells end at the joints of the law, and are split until the error is small.
 * Cells are monotone (slopes limited as by Fritsch and Carlson 1980).
 */
export interface ScoreTable {
  /** Rows of 8: first score, four coefficients in powers of z − first score, value at the end, two unused. */
  readonly rows: Float64Array;
  readonly guide: Guide;
}

export const ROW = 8;
/** Error aimed at, as a share of the law's spread, or of the distance from its centre where that is larger. */
const TOLERANCE = 1e-9;
/** Cells narrower in z are not split. */
const NARROWEST = 1e-9;
const FIRST_SCORES = [-8.5, -6.5, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6.5, 8.5];

/** A point of the curve with its slope dx/dz. */
interface Knot {
  readonly z: number;
  readonly x: number;
  readonly slope: number;
}

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
    if (end > reached + NARROWEST * 1e-4) {
      smoothCells(builder, frame, { z: reached, x: from }, { z: end, x: to });
      reached = end;
    }
    reached = flatCell(builder, to, reached);
    from = to;
  }
  const rows = Float64Array.from(builder.rows);
  return { rows, guide: createGuide((i) => rows[i * ROW]!, rows.length / ROW, 4) };
}

/** Mean and sd of the curve by the trapezoidal rule at whole scores, from −5 to 5. */
function grainOf(frame: readonly { readonly z: number; readonly x: number }[]): Grain {
  const inner = frame.filter(({ z }) => Math.abs(z) <= 5);
  const average = (value: (x: number) => number): number =>
    inner.reduce((sum, { z, x }) => sum + value(x) * normalDensity(z), 0);
  const centre = average((x) => x);
  return { centre, spread: Math.sqrt(average((x) => (x - centre) * (x - centre))) };
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
  rows.push(reached, x, 0, 0, 0, x, 0, 0);
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

/** Adds the cell from `a` to `b`, or two halves where its error is too large. */
function splitCell(builder: Builder, a: Knot, b: Knot, depth: number): void {
  const width = b.z - a.z;
  const secant = (b.x - a.x) / width;
  const s0 = Math.min(a.slope, 3 * secant);
  const s1 = Math.min(b.slope, 3 * secant);
  const c2 = (3 * secant - 2 * s0 - s1) / width;
  const c3 = (s0 + s1 - 2 * secant) / (width * width);
  // Off the middle, where an odd function's error vanishes.
  const d = (depth % 2 === 0 ? 0.3 : 0.7) * width;
  const x = a.x + d * (s0 + d * (c2 + d * c3));
  const between = width > NARROWEST ? testKnot(builder, a, b, a.z + d, x, secant) : undefined;
  if (between === undefined) {
    builder.rows.push(a.z, a.x, s0, c2, c3, b.x, 0, 0);
    return;
  }
  splitCell(builder, a, between, depth + 1);
  splitCell(builder, between, b, depth + 1);
}

/** The curve's own knot at x, where the cell, which has x at score z, is too far from it. */
function testKnot(
  { law, grain }: Builder,
  a: Knot,
  b: Knot,
  z: number,
  x: number,
  secant: number,
): Knot | undefined {
  if (!(x > a.x && x < b.x)) return undefined;
  const score = scoreOf(law.lower(x), law.upper(x));
  if (!(score > a.z && score < b.z)) return undefined;
  const knot = knotAt(law, score, x, x);
  const slope = knot.slope < Infinity ? Math.max(knot.slope, secant) : secant;
  const allowed = TOLERANCE * Math.max(grain.spread, Math.abs(x - grain.centre));
  return Math.abs(score - z) * slope > allowed ? knot : undefined;
}

/** The value of each score: monotone, and never outside the ends of its cell. */
export function fillFromScores(table: ScoreTable, z: Float64Array, out: Float64Array): void {
  const { rows } = table;
  const { cellsPerUnit, starts } = table.guide;
  const last = starts.length - 1;
  const lastRow = rows.length - ROW;
  for (let i = 0; i < out.length; i++) {
    const score = Math.min(Math.max(z[i]!, -WIDEST_SCORE), WIDEST_SCORE);
    const cell = Math.floor((score + WIDEST_SCORE) * cellsPerUnit);
    let at = (starts[Math.min(cell, last)]! - 1) * ROW;
    if (at < 0) at = 0;
    while (at < lastRow && score >= rows[at + ROW]!) at += ROW;
    const d = score - rows[at]!;
    const x = rows[at + 1]! + d * (rows[at + 2]! + d * (rows[at + 3]! + d * rows[at + 4]!));
    out[i] = Math.max(Math.min(x, rows[at + 5]!), rows[at + 1]!);
  }
}
