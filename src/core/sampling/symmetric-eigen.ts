/** Eigenvalues of a symmetric matrix, with an eigenvector for each. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row-major n × n; column k belongs to value k. */
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;
const SMALL = 1e-14;

/** Eigenvalues within 1e-12 of the largest entry of `matrix` (n × n, row-major), by cyclic Jacobi rotations. */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        off = Math.max(off, Math.abs(a[p * n + q]!));
        rotate(a, vectors, n, p, q);
      }
    }
    if (off < SMALL) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

/** Smallest eigenvalue of a symmetric matrix; see `symmetricEigen`. */
export function smallestEigenvalue(matrix: Float64Array, n: number): number {
  return symmetricEigen(matrix, n).values.reduce((least, value) => Math.min(least, value));
}

/** One Jacobi rotation that makes a[p][q] zero (Golub and Van Loan, Matrix Computations, section 8.5). */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const tau = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  rotateColumns(a, n, p, q, c, s);
  rotateColumns(vectors, n, p, q, c, s);
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k]!;
    const qk = a[q * n + k]!;
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
  }
}

function rotateColumns(
  m: Float64Array,
  n: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < n; k++) {
    const kp = m[k * n + p]!;
    const kq = m[k * n + q]!;
    m[k * n + p] = c * kp - s * kq;
    m[k * n + q] = s * kp + c * kq;
  }
}
