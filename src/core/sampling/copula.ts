/** Gaussian copula: dependent standard normal scores by a Cholesky factor. Matrices are row-major, n × n. */

/** Least pivot that still counts as positive definite, for correlation matrices (ones on the diagonal). */
const LEAST_PIVOT = 1e-10;

/** sin x for |x| ≤ 0.53, by its Taylor series to x^17; error below 2e-16. */
function smallSine(x: number): number {
  const z = x * x;
  let sum = 1 / 355687428096000; // 1/17!
  sum = sum * z - 1 / 1307674368000;
  sum = sum * z + 1 / 6227020800;
  sum = sum * z - 1 / 39916800;
  sum = sum * z + 1 / 362880;
  sum = sum * z - 1 / 5040;
  sum = sum * z + 1 / 120;
  sum = sum * z - 1 / 6;
  return x + x * z * sum;
}

/**
 * Correlation of two standard normals whose rank (Spearman) correlation is `rank`, −1 ≤ rank ≤ 1:
 * 2 sin(π·rank/6) (Pearson 1907; Kruskal 1958, Journal of the American Statistical Association 53).
 */
export function normalScoreCorrelation(rank: number): number {
  return rank === 1 || rank === -1 ? rank : 2 * smallSine(rank * 0.5235987755982989);
}

/**
 * Lower-triangular L with L·Lᵀ = `matrix`, or `undefined` where a pivot is below 1e-10,
 * so that the matrix is not (safely) positive definite. Only the lower triangle is read.
 */
export function choleskyFactor(matrix: Float64Array, n: number): Float64Array | undefined {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * n + k]! * factor[j * n + k]!;
      if (i === j) {
        if (!(rest >= LEAST_PIVOT)) return undefined;
        factor[i * n + i] = Math.sqrt(rest);
      } else {
        factor[i * n + j] = rest / factor[j * n + j]!;
      }
    }
  }
  return factor;
}

/**
 * Replaces independent standard normal scores z by L·z, in place: `columns` are n blocks of equal length,
 * `factor` is the lower-triangular L. Sums run as L[i][i]·z[i], then j = 0, 1, … i − 1.
 */
export function correlateScores(
  factor: Float64Array,
  n: number,
  columns: readonly Float64Array[],
): void {
  // From the last row up: row i reads only columns that are still independent.
  for (let i = n - 1; i >= 0; i--) {
    const out = columns[i]!;
    const own = factor[i * n + i]!;
    for (let t = 0; t < out.length; t++) out[t] = own * out[t]!;
    let j = 0;
    for (; j + 4 <= i; j += 4) addFourColumns(factor, i * n + j, columns, j, out);
    for (; j < i; j++) addColumn(factor[i * n + j]!, columns[j]!, out);
  }
}

function addColumn(weight: number, column: Float64Array, out: Float64Array): void {
  for (let t = 0; t < out.length; t++) out[t] = out[t]! + weight * column[t]!;
}

/** The same sums as four times `addColumn`, with one pass over `out`. */
function addFourColumns(
  factor: Float64Array,
  at: number,
  columns: readonly Float64Array[],
  first: number,
  out: Float64Array,
): void {
  const [w0, w1, w2, w3] = [factor[at]!, factor[at + 1]!, factor[at + 2]!, factor[at + 3]!];
  const c0 = columns[first]!;
  const c1 = columns[first + 1]!;
  const c2 = columns[first + 2]!;
  const c3 = columns[first + 3]!;
  for (let t = 0; t < out.length; t++) {
    out[t] = out[t]! + w0 * c0[t]! + w1 * c1[t]! + w2 * c2[t]! + w3 * c3[t]!;
  }
}
