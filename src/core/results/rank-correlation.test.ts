import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanRanks, rankCorrelation } from "./rank-correlation.ts";

describe("meanRanks", () => {
  it("gives ties the mean of their ranks", () => {
    // R 4.2: rank(c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3))
    const values = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3);
    expect(Array.from(meanRanks(values))).toEqual([4.5, 1.5, 6, 1.5, 7.5, 10, 3, 9, 7.5, 4.5]);
  });
});

describe("rankCorrelation", () => {
  const columns = fc
    .integer({ min: 3, max: 40 })
    .chain((length) => {
      const value = fc.oneof(
        fc.integer({ min: 0, max: 5 }),
        fc.double({ min: -9, max: 9, noNaN: true }),
      );
      const column = fc.array(value, { minLength: length, maxLength: length });
      return fc.tuple(column, column);
    })
    .map(([x, y]) => [Float64Array.from(x), Float64Array.from(y)] as const);

  it("is 1 − 6 Σd²/(n(n² − 1)) where there are no ties", () => {
    // Spearman (1904); IQ and hours of television, Wikipedia, "Spearman's rank correlation coefficient": −29/165.
    const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it("is Pearson's correlation of the ranks where there are", () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        const [a, b] = [meanRanks(x), meanRanks(y)];
        const middle = (a.length + 1) / 2;
        const sum = (one: Float64Array, other: Float64Array): number =>
          one.reduce((total, each, i) => total + (each - middle) * (other[i]! - middle), 0);
        const expected = sum(a, b) / Math.sqrt(sum(a, a) * sum(b, b));
        if (Number.isNaN(expected)) expect(rankCorrelation(x, y)).toBeNaN();
        else expect(rankCorrelation(x, y)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it("does not change when a column is transformed increasingly", () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        expect(
          rankCorrelation(
            x.map((each) => 8 * each),
            y,
          ),
        ).toEqual(rankCorrelation(x, y));
      }),
    );
  });

  it("leaves out draws where either is NaN", () => {
    const x = Float64Array.of(1, Number.NaN, 2, 3, 4);
    const y = Float64Array.of(1, 2, 3, Number.NaN, 2);
    // Ranks of (1, 2, 4) and (1, 3, 2): 1 − 6 · 2/(3 · 8)
    expect(rankCorrelation(x, y)).toBeCloseTo(0.5, 12);
    expect(rankCorrelation(Float64Array.of(1, Number.NaN), Float64Array.of(1, 2))).toBeNaN();
  });
});
