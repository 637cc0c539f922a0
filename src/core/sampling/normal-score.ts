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

/** Quintic through value, slope and curvature of Φ⁻¹ at both ends of [start, end], in powers of p − start. */
function writeRow(rows: Float64Array, at: number, start: number, end: number): void {
  const width = end - start;
  const z0 = normalQuantile(start);
  const z1 = normalQuantile(end);
  const d0 = 1 / normalDensity(z0);
  const d1 = 1 / normalDensity(z1);
  // Half the second derivative: (Φ⁻¹)″ = z/φ².
  const h0 = 0.5 * z0 * d0 * d0;
  const h1 = 0.5 * z1 * d1 * d1;
  // What value, slope and curvature at the end lack after the first three terms, on the unit cell.
  const value = z1 - z0 - width * (d0 + width * h0);
  const slope = width * (d1 - d0 - 2 * width * h0);
  const curve = width * width * (h1 - h0);
  const w3 = width * width * width;
  rows[at] = start;
  rows[at + 1] = z0;
  rows[at + 2] = d0;
  rows[at + 3] = h0;
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
  for (let octave = 0; octave < OCTAVES; octave++) {
    const width = start / CELLS_PER_OCTAVE;
    for (let cell = 0; cell < CELLS_PER_OCTAVE; cell++, at += ROW) {
      writeRow(rows, at, start + cell * width, start + (cell + 1) * width);
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
