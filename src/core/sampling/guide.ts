/** Scores beyond are taken as this far out: their probability is 1e-17. */
export const WIDEST_SCORE = 8.5;
const LEAST_SIZE = 256;
const LARGEST_SIZE = 65536;
/** More than the rounding error of a cell number. */
const SLACK = 1e-9;

/** A grid over the scores that tells where in an ascending list to start looking. */
export interface Guide {
  /** Grid cell of z: `⌊(z + WIDEST_SCORE) · cellsPerUnit⌋`. */
  readonly cellsPerUnit: number;
  /** For each grid cell (and the upper end), how many entries of the list are below all its scores. */
  readonly starts: Int32Array;
}

/** A guide with about `density` grid cells for each of `count` ascending entries. */
export function createGuide(entry: (i: number) => number, count: number, density: number): Guide {
  let size = LEAST_SIZE;
  while (size < density * count && size < LARGEST_SIZE) size *= 2;
  const cellsPerUnit = size / (2 * WIDEST_SCORE);
  const starts = new Int32Array(size + 1);
  let i = 0;
  for (let cell = 0; cell <= size; cell++) {
    const start = cell / cellsPerUnit - WIDEST_SCORE - SLACK;
    while (i < count && entry(i) < start) i += 1;
    starts[cell] = i;
  }
  return { cellsPerUnit, starts };
}
