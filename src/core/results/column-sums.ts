// One loop per function: engines compile such loops once and keep them.

/** Σ v over [from, to). */
export function sumOf(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[k]!;
  return sum;
}

/** Σ v² over [from, to). */
export function sumOfSquares(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[k]! * values[k]!;
  return sum;
}

/** Σ v⁴. */
export function sumOfFourths(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    const square = values[k]! * values[k]!;
    sum += square * square;
  }
  return sum;
}

/** v ← v − by over [from, to). */
export function subtract(values: Float64Array, by: number, from = 0, to = values.length): void {
  for (let k = from; k < to; k++) values[k]! -= by;
}

/** v ← v · by. */
export function scale(values: Float64Array, by: number): void {
  for (let k = 0; k < values.length; k++) values[k]! *= by;
}

/** Subtract the mean over [from, to); equal values become 0 to the last bit. */
export function centre(values: Float64Array, from = 0, to = values.length): void {
  subtract(values, values[from] ?? 0, from, to);
  subtract(values, sumOf(values, from, to) / (to - from), from, to);
}

/** The values at positions, in their order. */
export function gather(values: Float64Array, positions: Uint32Array): Float64Array {
  const out = new Float64Array(positions.length);
  for (let k = 0; k < positions.length; k++) out[k] = values[positions[k]!]!;
  return out;
}

/** Put values, rounded to single precision, at positions of a longer column, which is 0 elsewhere. */
export function scatter(
  values: Float64Array,
  positions: Uint32Array,
  length: number,
): Float32Array {
  const out = new Float32Array(length);
  for (let k = 0; k < positions.length; k++) out[positions[k]!] = values[k]!;
  return out;
}
