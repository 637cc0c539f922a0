import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestCorrelation } from "./nearest-correlation.ts";
import { smallestEigenvalue, symmetricEigen } from "./symmetric-eigen.ts";

const distance = (a: Float64Array, b: Float64Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));

const expectEntries = (found: Float64Array, expected: readonly number[], digits: number): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  });
};

/** Symmetric matrices with ones on the diagonal. */
const asked = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .array(fc.double({ min: -0.99, max: 0.99, noNaN: true }), {
      minLength: n * n,
      maxLength: n * n,
    })
    .map((entries) => ({
      n,
      matrix: Float64Array.from(entries, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        return i === j ? 1 : (entries[i < j ? at : j * n + i] ?? 0);
      }),
    })),
);

/** Negative eigenvalues set to zero, then scaled to ones on the diagonal: the usual quick repair. */
function clipped(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const entry = (i: number, j: number): number =>
    values.reduce(
      (sum, value, k) => sum + Math.max(0, value) * vectors[i * n + k]! * vectors[j * n + k]!,
      0,
    );
  return matrix.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return entry(i, j) / Math.sqrt(entry(i, i) * entry(j, j));
  });
}

describe("nearestCorrelation", () => {
  // Higham (2002). The nearest matrix has the form (a, b; a) with b = 2a² − 1 and 4a³ − a − 1 = 0.
  it("solves Higham's 3 × 3 example", () => {
    const matrix = Float64Array.of(1, 1, 0, 1, 1, 1, 0, 1, 1);
    const nearest = nearestCorrelation(matrix, 3);
    expectEntries(nearest, [1, 0.7607, 0.1573, 0.7607, 1, 0.7607, 0.1573, 0.7607, 1], 4);
    expect(distance(nearest, matrix)).toBeCloseTo(0.5278, 4);
    const a = nearest[1]!;
    expect(4 * a ** 3 - a - 1).toBeCloseTo(0, 7);
    expect(nearest[2]! - (2 * a * a - 1)).toBeCloseTo(0, 7);
  });

  // Tridiagonal; the numbers are those printed in the NAG Library's example of routine G02AAF.
  it("solves Higham's 4 × 4 example", () => {
    const matrix = Float64Array.of(2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2);
    const expected = [
      [1, -0.8084, 0.1916, 0.1068],
      [-0.8084, 1, -0.6562, 0.1916],
      [0.1916, -0.6562, 1, -0.8084],
      [0.1068, 0.1916, -0.8084, 1],
    ];
    expectEntries(nearestCorrelation(matrix, 4), expected.flat(), 4);
  });

  it("gives a correlation matrix, which it leaves alone", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(0, 1e-6, 0.05), ({ n, matrix }, least) => {
        const nearest = nearestCorrelation(matrix, n, least);
        for (let i = 0; i < n; i++) {
          expect(nearest[i * n + i]).toBe(1);
          for (let j = 0; j < i; j++) expect(nearest[i * n + j]).toBe(nearest[j * n + i]);
        }
        expect(smallestEigenvalue(nearest, n)).toBeGreaterThan(least - 1e-7);
        expect(distance(nearestCorrelation(nearest, n, least), nearest)).toBeLessThan(1e-6);
      }),
      { seed: 1 },
    );
  });

  it("changes nothing where nothing is wrong", () => {
    fc.assert(
      fc.property(asked, ({ n, matrix }) => {
        fc.pre(smallestEigenvalue(matrix, n) > 1e-9);
        expect(distance(nearestCorrelation(matrix, n), matrix)).toBeLessThan(1e-9);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("stays nearer than clipped eigenvalues, and than any mixture with the identity", () => {
    fc.assert(
      fc.property(asked, ({ n, matrix }) => {
        const nearest = distance(nearestCorrelation(matrix, n), matrix);
        expect(nearest).toBeLessThan(distance(clipped(matrix, n), matrix) + 1e-7);
        const least = smallestEigenvalue(matrix, n);
        if (least >= 0) return;
        // (1 − w)·A + w·I has the smallest eigenvalue (1 − w)·least + w, which is 0 at this w.
        const w = -least / (1 - least);
        const shrunk = matrix.map((value, at) => (at % (n + 1) === 0 ? 1 : (1 - w) * value));
        expect(nearest).toBeLessThan(distance(shrunk, matrix) + 1e-7);
      }),
      { seed: 1 },
    );
  });
});
