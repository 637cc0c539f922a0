import { normalDensity, normalQuantile } from "./normal.ts";

/**
 * Φ⁻¹ by table: a quintic Hermite polynomial on each of 32 cells in each octave of the tail
 * probability, 2^-53 to 1/2. Value and two derivatives agree at the joints; the error is below 1e-11,
 * relative to |z| in the tails. Rows of 8: start of the cell, six coefficients, one unused.
 */
const OCTAVES = 52;
const CELLS_PER_OCTAVE = 32;
const ROW = 8;
const SMALLEST = 1.1102230246251565e-16;
/** High word of 2^-53. */
const FIRST_HIGH_WORD = (1023 - 53) << 20;
/** High word bits below the cell number: 20 fraction bits, less 5 for 32 cells. */
const CELL_SHIFT = 15;

const doubles = new Float64Array(2);
const words = new Int32Array(doubles.buffer);
doubles[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

let table: Float64Array | undefined;

/** Φ⁻¹ at p with slope 1/φ and half the second derivative, z/2φ². */
interface Knot {
  readonly z: number;
  readonly slope: number;
  readonly half: number;
}

function knotAt(p: number): Knot {
  const z = normalQuantile(p);
  const slope = 1 / normalDensity(z);
  return { z, slope, half: 0.5 * z * slope * slope };
}

/** The quintic through both knots, in powers of p − start. */
function writeRow(
  rows: Float64Array,
  at: number,
  start: number,
  width: number,
  a: Knot,
  b: Knot,
): void {
  // What value, slope and curvature at the end lack after the first three terms, on the unit cell.
  const value = b.z - a.z - width * (a.slope + width * a.half);
  const slope = width * (b.slope - a.slope - 2 * width * a.half);
  const curve = width * width * (b.half - a.half);
  const w3 = width * width * width;
  rows[at] = start;
  rows[at + 1] = a.z;
  rows[at + 2] = a.slope;
  rows[at + 3] = a.half;
  rows[at + 4] = (10 * value - 4 * slope + curve) / w3;
  rows[at + 5] = (-15 * value + 7 * slope - 2 * curve) / (w3 * width);
  rows[at + 6] = (6 * value - 3 * slope + curve) / (w3 * width * width);
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
      const next = knotAt(start + (cell + 1) * width);
      writeRow(rows, at, start + cell * width, width, knot, next);
      knot = next;
    }
    start *= 2;
  }
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
  for (let i = 0; i < out.length; i++) {
    const fromMiddle = uniforms[i]! - 0.5;
    const p = 0.5 - Math.abs(fromMiddle);
    doubles[0] = fromMiddle;
    doubles[1] = p;
    const sign = (words[HIGH]! >> 31) | 1;
    const at = ((words[2 + HIGH]! - FIRST_HIGH_WORD) >> CELL_SHIFT) * ROW;
    const d = p - rows[at]!;
    const tail = rows[at + 4]! + d * (rows[at + 5]! + d * rows[at + 6]!);
    const z = rows[at + 1]! + d * (rows[at + 2]! + d * (rows[at + 3]! + d * tail));
    out[i] = sign * -z;
  }
}
