import { keepLatest } from "../keep-latest.ts";
import { WIDEST_SCORE } from "./guide.ts";
import { inverseChiLaw } from "./laws/inverse-chi-law.ts";
import { scoreOf } from "./laws/normal-law.ts";
import { studentTLaw } from "./laws/student-t-law.ts";
import { type Knot, monotoneCell } from "./monotone-cell.ts";
import { normalCdf, normalDensity } from "./normal.ts";
import {
  buildScoreTable,
  FIRST_SCORES,
  fillFromScores,
  type ScoreTable,
  scoreTableOf,
} from "./score-table.ts";

/**
 * Student's t copula: dependent normal scores z are divided by one χ-distributed number for all members of a
 * group, t = z·√(df/W), and taken back to normal scores, z′ = Φ⁻¹(F(t)), so that margins are what they were.
 *
 * F is tabulated over x = 8.5·r/(1 + |r|), r = t/4, which lies within the scores that tables are made for.
 */
export interface StudentTables {
  /** √(df/W)/4 as a function of the normal score of its own. */
  readonly factor: ScoreTable;
  /** z′ as a function of x. */
  readonly scores: ScoreTable;
}

/** Fewest degrees of freedom for which tables hold their accuracy. */
const LEAST_DF = 1;

/** t where x is half of its largest value. */
const MIDDLE = 4;
/** Error of z′ aimed at. */
const TOLERANCE = 1e-8;
/** What the rounding of x may amount to. */
const ROUNDING = 8e-15;
/** Parts of the curve narrower in x are left out. */
const NARROWEST = 1e-13;

const TABLES_KEPT = 16;

/**
 * The tables of a t copula; df ≥ `LEAST_DF`. The factor's error is below 4e-8 of it (or of its spread where that is
 * more), that of z′ below 2e-8: for df ≥ 2 up to |z′| = 8.3, below that up to 6, once in a billion draws.
 */
export const studentTables = keepLatest(TABLES_KEPT, (df: number): StudentTables => {
  if (!(df >= LEAST_DF && df < Infinity)) {
    throw new RangeError(`A t copula has degrees of freedom from ${LEAST_DF} on, not ${df}.`);
  }
  return {
    factor: buildScoreTable(inverseChiLaw(df, 1 / MIDDLE)),
    scores: buildStudentScores(df),
  };
});

function buildStudentScores(df: number): ScoreTable {
  const law = studentTLaw(df, 0, 1);
  const squash = (t: number): number => (WIDEST_SCORE * t) / (MIDDLE + Math.abs(t));
  /** The knot (x, z′). */
  const knotAt = (x: number): Knot => {
    const room = WIDEST_SCORE - Math.abs(x);
    const t = (MIDDLE * x) / room;
    const exact = scoreOf(law.lower(t), law.upper(t));
    const score = Math.min(Math.max(exact, -WIDEST_SCORE), WIDEST_SCORE);
    const stretch = (MIDDLE * WIDEST_SCORE) / (room * room);
    return { z: x, x: score, slope: (stretch * law.density(t)) / normalDensity(score) };
  };
  const frame = FIRST_SCORES.map((z) => {
    const t = law.quantile(normalCdf(z), normalCdf(-z));
    // At the ends t may be beyond what x can tell from infinity.
    return knotAt(
      Math.min(Math.max(squash(t), NARROWEST - WIDEST_SCORE), WIDEST_SCORE - NARROWEST),
    );
  });
  const first = frame[0]!;
  const rows: number[] = [-WIDEST_SCORE, first.x, 0, 0, 0, first.x];
  let left = first;
  for (const right of frame.slice(1)) {
    splitCell(rows, knotAt, left, right);
    left = right;
  }
  rows.push(left.z, left.x, 0, 0, 0, left.x);
  return scoreTableOf(rows);
}

/** Adds the cell from `a` to `b`, or both halves of it where its error is too large. */
function splitCell(rows: number[], knotAt: (x: number) => Knot, a: Knot, b: Knot): void {
  const width = b.z - a.z;
  const cell = monotoneCell(a, b);
  const misses = (share: number): boolean => {
    const exact = knotAt(a.z + share * width);
    const allowed = Math.max(TOLERANCE, ROUNDING * exact.slope);
    return Math.abs(cell.valueAt(share * width) - exact.x) > allowed;
  };
  if (width < NARROWEST || !(misses(0.3) || misses(0.7))) {
    rows.push(...cell.row);
    return;
  }
  const middle = knotAt(a.z + 0.5 * width);
  splitCell(rows, knotAt, a, middle);
  splitCell(rows, knotAt, middle, b);
}

/**
 * Gives correlated scores the tails of a t copula, in place. `mixing` holds independent normal scores, the group's own;
 * they are overwritten.
 */
export function joinTails(
  { factor, scores }: StudentTables,
  mixing: Float64Array,
  columns: readonly Float64Array[],
): void {
  fillFromScores(factor, mixing, mixing);
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const r = column[i]! * mixing[i]!;
      column[i] = (WIDEST_SCORE * r) / (1 + Math.abs(r));
    }
    fillFromScores(scores, column, column);
  }
}
