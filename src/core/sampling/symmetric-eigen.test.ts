import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choleskyFactor } from "./copula.ts";
import { smallestEigenvalue, symmetricEigen } from "./symmetric-eigen.ts";

describe("symmetricEigen", () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true });

  it("gives orthonormal vectors that the matrix stretches by the values", () => {
    const size = fc.integer({ min: 1, max: 8 });
    const symmetric = size.chain((n) =>
      fc.array(entry, { minLength: n * n, maxLength: n * n }).map((upper) => {
        const matrix = Float64Array.from(upper, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          return upper[i < j ? at : j * n + i] ?? 0;
        });
        return { n, matrix };
      }),
    );
    fc.assert(
      fc.property(symmetric, ({ n, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, n);
        const sum = (term: (k: number) => number): number =>
          Array.from({ length: n }, (_, k) => term(k)).reduce((all, each) => all + each, 0);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            const product = sum((k) => vectors[k * n + i]! * vectors[k * n + j]!);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-12);
            const stretched = sum((k) => matrix[i * n + k]! * vectors[k * n + j]!);
            expect(Math.abs(stretched - values[j]! * vectors[i * n + j]!)).toBeLessThan(1e-11);
          }
        }
      }),
      { seed: 1 },
    );
  });
});

describe("smallestEigenvalue", () => {
  // Equal correlations r of n: eigenvalues 1 − r (n − 1 times) and 1 + (n − 1) r.
  it("has closed forms for equal correlations", () => {
    for (const n of [2, 3, 7, 24]) {
      for (const r of [-0.9, -0.1, 0, 0.3, 0.99]) {
        const matrix = new Float64Array(n * n).map((_, i) => (i % (n + 1) === 0 ? 1 : r));
        const expected = Math.min(1 - r, 1 + (n - 1) * r);
        expect(Math.abs(smallestEigenvalue(matrix, n) - expected)).toBeLessThan(1e-12);
      }
    }
  });

  it("is positive exactly where the factor exists", () => {
    const entry = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(entry, entry, entry, entry, entry, entry), ([a, b, c, d, e, f]) => {
        const matrix = Float64Array.of(1, a, b, c, a, 1, d, e, b, d, 1, f, c, e, f, 1);
        const smallest = smallestEigenvalue(matrix, 4);
        fc.pre(Math.abs(smallest) > 1e-6);
        expect(choleskyFactor(matrix, 4) !== undefined).toBe(smallest > 0);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});
