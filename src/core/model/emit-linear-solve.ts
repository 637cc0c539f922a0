import type { Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import { createSparseArithmetic, type Sparse, type SparseArithmetic } from "./sparse-arithmetic.ts";

/**
 * Emit Gaussian elimination with partial pivoting, unrolled: the x of `matrix` x = `right`, draw by draw.
 * Rows are compared at compile time where they are constants. x is not finite where the matrix is singular.
 */
export function emitLinearSolve(
  matrix: readonly (readonly Sparse[])[],
  right: readonly Register[],
  builder: ProgramBuilder,
): readonly Register[] {
  const arithmetic = createSparseArithmetic(builder);
  // Each row with its right-hand side in the last column.
  const rows = matrix.map((row, i) => [...row, sparseAt(right, i, arithmetic)]);
  for (let k = 0; k < rows.length; k++) {
    for (let i = k + 1; i < rows.length; i++) exchange(rows, k, i, builder, arithmetic);
    for (let i = k + 1; i < rows.length; i++) eliminate(rows, k, i, arithmetic);
  }
  return substituteBack(rows, arithmetic);
}

function sparseAt(right: readonly Register[], i: number, { sparse }: SparseArithmetic): Sparse {
  const register = right[i];
  return register === undefined ? undefined : sparse(register);
}

/** Puts the larger of the entries of rows k and i in column k into row k. */
function exchange(
  rows: Sparse[][],
  k: number,
  i: number,
  builder: ProgramBuilder,
  { select }: SparseArithmetic,
): void {
  const upper = rows[k]!;
  const lower = rows[i]!;
  const [pivot, other] = [upper[k], lower[k]];
  if (other === undefined) return;
  if (pivot === undefined) {
    rows[k] = lower;
    rows[i] = upper;
    return;
  }
  const isLarger = builder.emit(
    "less",
    builder.emit("absolute", pivot),
    builder.emit("absolute", other),
  );
  rows[k] = upper.map((entry, j) => (j < k ? entry : select(lower[j], entry, isLarger)));
  rows[i] = lower.map((entry, j) => (j < k ? entry : select(upper[j], entry, isLarger)));
}

/** Takes so much of row k from row i that nothing is left in column k. */
function eliminate(
  rows: Sparse[][],
  k: number,
  i: number,
  { divide, multiply, subtract, dense }: SparseArithmetic,
): void {
  const upper = rows[k]!;
  const lower = rows[i]!;
  if (lower[k] === undefined) return;
  const factor = divide(lower[k], dense(upper[k]));
  rows[i] = lower.map((entry, j) => {
    if (j < k) return entry;
    return j === k ? undefined : subtract(entry, multiply(factor, upper[j]));
  });
}

function substituteBack(
  rows: readonly (readonly Sparse[])[],
  { divide, multiply, subtract, dense }: SparseArithmetic,
): readonly Register[] {
  const solution: Sparse[] = rows.map(() => undefined);
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]!;
    let rest = row[rows.length];
    for (let j = i + 1; j < rows.length; j++) {
      rest = subtract(rest, multiply(row[j], solution[j]));
    }
    solution[i] =
      row[i] === undefined ? divide(dense(rest), dense(undefined)) : divide(rest, dense(row[i]));
  }
  return solution.map(dense);
}
