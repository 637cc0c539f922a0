import { normalDensity, normalQuantile } from "./normal.ts";

/**
 * Φ⁻¹ by table: a cubic Hermite polynomial on each of 64 cells in each octave of the tail probability,
 * 2^-53 to 1/2. Value and slope agree at the joints; the error is below 5e-10, a millionth of the sampling
 * error of a mean over a million draws. Rows of 4 coefficients in powers of p − start of the cell.
 */
const OCTAVES = 52;
const CELLS_PER_OCTAVE = 64;
const ROW = 4;
const SMALLEST = 1.1102230246251565e-16;
/** High word of 2^-53. */
const FIRST_HIGH_WORD = (1023 - 53) << 20;
/** High word bits below the cell number: 20 fraction bits, less 6 for 64 cells. */
const CELL_SHIFT = 14;

/** Uniforms that are scored at a time. */
const AT_ONCE = 1024;
/** Their distances from the middle, and their tail probabilities, with the words that these consist of. */
const middles = new Float64Array(AT_ONCE);
const middleWords = new Int32Array(middles.buffer);
const tails = new Float64Array(AT_ONCE);
const tailWords = new Int32Array(tails.buffer);
const HIGH = new Int32Array(Float64Array.of(1).buffer)[1] === 0x3ff00000 ? 1 : 0;

let table: Float64Array | undefined;
/** Where the cells of the table start. */
const starts = new Float64Array(OCTAVES * CELLS_PER_OCTAVE + 1);

/** Φ⁻¹ at p with its slope 1/φ. */
interface Knot {
  readonly z: number;
  readonly slope: number;
}

function knotAt(p: number): Knot {
  const z = normalQuantile(p);
  return { z, slope: 1 / normalDensity(z) };
}

/** The cubic through both knots, in powers of p − start. */
function writeRow(rows: Float64Array, at: number, width: number, a: Knot, b: Knot): void {
  // What value and slope at the end lack after the first two terms, on the unit cell.
  const value = b.z - a.z - width * a.slope;
  const slope = width * (b.slope - a.slope);
  const w2 = width * width;
  rows[at] = a.z;
  rows[at + 1] = a.slope;
  rows[at + 2] = (3 * value - slope) / w2;
  rows[at + 3] = (slope - 2 * value) / (w2 * width);
}

/** The table, in the layout that `scoreUniforms` reads; built once in about 2 ms. */
export function normalScoreTable(): Float64Array {
  if (table !== undefined) return table;
  // One more row, all zeros, gives z = 0 at p = 1/2.
  const rows = new Float64Array((OCTAVES * CELLS_PER_OCTAVE + 1) * ROW);
  let start = SMALLEST;
  let at = 0;
  let knot = knotAt(start);
  for (let octave = 0; octave < OCTAVES; octave++) {
    const width = start / CELLS_PER_OCTAVE;
    for (let cell = 0; cell < CELLS_PER_OCTAVE; cell++, at += ROW) {
      starts[at / ROW] = start + cell * width;
      const next = knotAt(start + (cell + 1) * width);
      writeRow(rows, at, width, knot, next);
      knot = next;
    }
    start *= 2;
  }
  starts[at / ROW] = start;
  table = rows;
  return rows;
}

/**
 * Turns uniforms into standard normal scores, z = Φ⁻¹(u), in place or from one array to another.
 * Each u must be a multiple of 2^-53 strictly inside (0, 1), as `fillUniforms` gives them; |z| < 8.3.
 * Strictly increasing, exactly odd in u − 1/2.
 */
export function scoreUniforms(uniforms: Float64Array, out: Float64Array): void {
  const rows = normalScoreTable();
  for (let first = 0; first < out.length; first += AT_ONCE) {
    scoreSome(rows, uniforms, out, first, Math.min(AT_ONCE, out.length - first));
  }
}

/** Two loops: words are read long after the doubles that they belong to were written, so that no processor has to wait. */
function scoreSome(
  rows: Float64Array,
  uniforms: Float64Array,
  out: Float64Array,
  first: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const fromMiddle = uniforms[first + i]! - 0.5;
    middles[i] = fromMiddle;
    tails[i] = 0.5 - Math.abs(fromMiddle);
  }
  for (let i = 0; i < count; i++) {
    const sign = (middleWords[2 * i + HIGH]! >> 31) | 1;
    const cell = (tailWords[2 * i + HIGH]! - FIRST_HIGH_WORD) >> CELL_SHIFT;
    const at = cell * ROW;
    const d = tails[i]! - starts[cell]!;
    const z = rows[at]! + d * (rows[at + 1]! + d * (rows[at + 2]! + d * rows[at + 3]!));
    out[first + i] = sign * -z;
  }
}
