/** The least-squares solution of an overdetermined system. */
export interface LeastSquares {
  /** One coefficient for each column. */
  readonly coefficients: readonly number[];
  /** Σ (y − X b)². */
  readonly squares: number;
  /** (XᵀX)⁻¹, by rows. */
  readonly inverse: readonly (readonly number[])[];
}

/** A column this small beside what earlier columns explain of it counts as explained by them. */
const COLLINEAR = 1e-8;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

const minus = (a: readonly number[], factor: number, b: readonly number[]): readonly number[] =>
  a.map((value, i) => value - factor * (b[i] ?? 0));

/** The inverse of an upper triangular matrix, by columns from the last one. */
function invertTriangle(r: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = r.length;
  const inverse = r.map(() => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    for (let i = j; i >= 0; i--) {
      let sum = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) sum -= (r[i]?.[k] ?? 0) * (inverse[k]?.[j] ?? 0);
      const row = inverse[i];
      if (row !== undefined) row[j] = sum / (r[i]?.[i] ?? Number.NaN);
    }
  }
  return inverse;
}

/**
 * Solves min |y − X b| by the modified Gram-Schmidt process, which never forms XᵀX.
 * Undefined where a column is a combination of those before it.
 * See https://en.wikipedia.org/wiki/Gram–Schmidt_process; Björck 1996, section 2.4.
 * @param columns of X, each as long as y
 */
export function leastSquares(
  columns: readonly (readonly number[])[],
  y: readonly number[],
): LeastSquares | undefined {
  const n = columns.length;
  const rest = columns.map((column) => column);
  const r = columns.map(() => new Array<number>(n).fill(0));
  const projected: number[] = [];
  let residual = y;
  for (let j = 0; j < n; j++) {
    const column = rest[j] ?? [];
    const norm = Math.sqrt(dot(column, column));
    const whole = columns[j] ?? [];
    if (!(norm > COLLINEAR * Math.sqrt(dot(whole, whole)))) return undefined;
    const q = column.map((value) => value / norm);
    const row = r[j] ?? [];
    row[j] = norm;
    for (let k = j + 1; k < n; k++) {
      row[k] = dot(q, rest[k] ?? []);
      rest[k] = minus(rest[k] ?? [], row[k] ?? 0, q);
    }
    projected[j] = dot(q, residual);
    residual = minus(residual, projected[j] ?? 0, q);
  }
  const triangle = invertTriangle(r);
  return {
    coefficients: triangle.map((row) => dot(row, projected)),
    squares: dot(residual, residual),
    inverse: triangle.map((a) => triangle.map((b) => dot(a, b))),
  };
}
