import { symmetricEigen } from "./symmetric-eigen.ts";

const MOST_STEPS = 5000;
/** Largest change of an entry at which the iteration ends. */
const STEADY = 1e-10;

/**
 * The correlation matrix nearest to a symmetric matrix in the Frobenius norm, among those without an eigenvalue below
 * `least`, 0 ≤ least < 1: alternating projections with Dykstra's correction (Higham 2002, IMA Journal of Numerical
 * Analysis 22). Matrices are row-major, n × n; entries are within about 1e-8 of the solution.
 */
export function nearestCorrelation(matrix: Float64Array, n: number, least = 0): Float64Array {
  let correction = new Float64Array(n * n);
  let near = Float64Array.from(matrix);
  for (let step = 0; step < MOST_STEPS; step++) {
    const start = near.map((value, i) => value - correction[i]!);
    const lifted = liftEigenvalues(start, n, least);
    correction = lifted.map((value, i) => value - start[i]!);
    const next = lifted.slice();
    for (let i = 0; i < n; i++) next[i * n + i] = 1;
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - near[i]!)), 0);
    near = next;
    if (moved < STEADY) break;
  }
  return withOnes(liftEigenvalues(near, n, least), n);
}

/** The nearest matrix without an eigenvalue below `least`. */
function liftEigenvalues(matrix: Float64Array, n: number, least: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const lifted = Float64Array.from(matrix);
  values.forEach((value, k) => {
    if (value >= least) return;
    for (let i = 0; i < n; i++) {
      const weight = (least - value) * vectors[i * n + k]!;
      for (let j = 0; j < n; j++) lifted[i * n + j]! += weight * vectors[j * n + k]!;
    }
  });
  return lifted;
}

/** Scaled to ones on the diagonal and made exactly symmetric. */
function withOnes(matrix: Float64Array, n: number): Float64Array {
  return matrix.map((value, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    if (i === j) return 1;
    const mean = 0.5 * (value + matrix[j * n + i]!);
    return mean / Math.sqrt(matrix[i * n + i]! * matrix[j * n + j]!);
  });
}
