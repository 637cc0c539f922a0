import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choleskyFactor, correlateScores, normalScoreCorrelation } from "./copula.ts";
import { fillNormalScores, streamKey } from "./threefry.ts";

/** Correlation matrix of random vectors: positive definite by construction where there are enough of them. */
const correlationMatrix = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 ** 31 }))
  .map(([n, seed]) => {
    const length = n + 4;
    const rows = Array.from({ length: n }, (_, i) => {
      const row = new Float64Array(length);
      fillNormalScores(streamKey(seed, `row ${i}`), 0, row);
      const size = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
      return row.map((x) => x / size);
    });
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        matrix[i * n + j] = i === j ? 1 : rows[i]!.reduce((sum, x, t) => sum + x * rows[j]![t]!, 0);
      }
    }
    return { n, matrix };
  });

describe("normalScoreCorrelation", () => {
  // 2 sin(π ρ/6).
  it("agrees with the engine's sine", () => {
    for (let rank = -1; rank <= 1; rank += 0.01) {
      const expected = 2 * Math.sin((Math.PI * rank) / 6);
      expect(Math.abs(normalScoreCorrelation(rank) - expected)).toBeLessThan(3e-16);
    }
    expect([-1, 0, 1].map(normalScoreCorrelation)).toEqual([-1, 0, 1]);
  });
});

describe("choleskyFactor", () => {
  it("multiplies back to the matrix", () => {
    fc.assert(
      fc.property(correlationMatrix, ({ n, matrix }) => {
        const factor = choleskyFactor(matrix, n)!;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let k = 0; k < n; k++) sum += factor[i * n + k]! * factor[j * n + k]!;
            expect(Math.abs(sum - matrix[i * n + j]!)).toBeLessThan(1e-14);
            if (j > i) expect(factor[i * n + j]).toBe(0);
          }
        }
      }),
      { seed: 1 },
    );
  });

  // Three equal correlations r are positive definite for r > −1/2 only; det of two is 1 − r².
  it("refuses what is not safely positive definite", () => {
    const equal = (r: number): Float64Array => Float64Array.of(1, r, r, r, 1, r, r, r, 1);
    expect(choleskyFactor(equal(-0.499), 3)).toBeDefined();
    expect(choleskyFactor(equal(-0.501), 3)).toBeUndefined();
    expect(choleskyFactor(equal(-0.5), 3)).toBeUndefined();
    expect(choleskyFactor(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
    expect(choleskyFactor(Float64Array.of(1, 1 - 1e-9, 1 - 1e-9, 1), 2)).toBeDefined();
    expect(choleskyFactor(Float64Array.of(1, 1 - 1e-12, 1 - 1e-12, 1), 2)).toBeUndefined();
    expect(choleskyFactor(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toBeUndefined();
  });
});

describe("correlateScores", () => {
  it("is the plain product, bit for bit", () => {
    fc.assert(
      fc.property(correlationMatrix, ({ n, matrix }) => {
        const factor = choleskyFactor(matrix, n)!;
        const columns = Array.from({ length: n }, (_, i) => {
          const column = new Float64Array(5);
          fillNormalScores(streamKey(i, "column"), 0, column);
          return column;
        });
        const expected = columns.map((own, i) =>
          own.map((z, t) => {
            let sum = factor[i * n + i]! * z;
            for (let j = 0; j < i; j++) sum += factor[i * n + j]! * columns[j]![t]!;
            return sum;
          }),
        );
        correlateScores(factor, n, columns);
        expect(columns).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  // The standard error of Spearman's coefficient of n independent pairs is 1/√(n − 1), and smaller for dependent ones.
  it("gives the rank correlations asked for", () => {
    const n = 3;
    const draws = 1 << 17;
    const ranks = [0.8, -0.3, 0.2];
    const [ab, ac, bc] = ranks.map(normalScoreCorrelation) as [number, number, number];
    const factor = choleskyFactor(Float64Array.of(1, ab, ac, ab, 1, bc, ac, bc, 1), n)!;
    const columns = Array.from({ length: n }, (_, i) => {
      const column = new Float64Array(draws);
      fillNormalScores(streamKey(3, `input ${i}`), 0, column);
      return column;
    });
    correlateScores(factor, n, columns);
    const [a, b, c] = columns.map(ranksOf) as [Float64Array, Float64Array, Float64Array];
    const measured = [spearman(a, b), spearman(a, c), spearman(b, c)];
    measured.forEach((value, i) => {
      expect(Math.abs(value - ranks[i]!)).toBeLessThan(4 / Math.sqrt(draws));
    });
  });
});

function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  order.forEach((i, rank) => {
    ranks[i] = rank;
  });
  return ranks;
}

/** 1 − 6 Σ d²/(n (n² − 1)), for ranks without ties. */
function spearman(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const squares = x.reduce((sum, rank, i) => sum + (rank - y[i]!) * (rank - y[i]!), 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
