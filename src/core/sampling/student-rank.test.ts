import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalScoreCorrelation } from "./copula.ts";
import { rankOfScores, scoreCorrelation } from "./score-correlation.ts";
import { studentRank, studentScoreCorrelation } from "./student-rank.ts";

describe("studentRank", () => {
  // SciPy 1.17.1 with NumPy 2.4.6: 12 · E[(F(x) − ½)(F(y) − ½)] over the bivariate t density in polar coordinates.
  it.each([
    [1, 0.3, 0.255011311562],
    [1, -0.6, -0.525122094837],
    [1, 0.95, 0.912634735455],
    [1.5, 0.3, 0.264237020454],
    [1.5, -0.6, -0.541896168959],
    [1.5, 0.95, 0.924976914957],
    [2, 0.3, 0.269623687789],
    [2, -0.6, -0.551528754493],
    [2, 0.95, 0.931220614449],
    [4, 0.3, 0.278535102016],
    [4, -0.6, -0.567067567407],
    [4, 0.95, 0.939622082259],
    [10, 0.3, 0.284054148],
    [10, -0.6, -0.576299447345],
    [100, 0.95, 0.945147004866],
  ])("is the double integral over the density: df %d, r = %d", (df, r, expected) => {
    expect(Math.abs(studentRank(r, df) - expected)).toBeLessThan(df < 1.5 ? 1e-6 : 3e-8);
  });

  it("is odd, and certain at the ends", () => {
    for (const df of [1, 3, 30]) {
      expect(studentRank(-0.4, df)).toBe(-studentRank(0.4, df));
      expect([-1, 0, 1].map((r) => Math.abs(studentRank(r, df) - r))).toEqual([0, 0, 0]);
    }
  });

  // Kruskal (1958): 6/π · asin(r/2) for normal scores, from which t scores differ by order 1/df.
  it("comes near the Gaussian copula's for many degrees of freedom", () => {
    for (const r of [-0.9, -0.3, 0.2, 0.7]) {
      const gaussian = (6 / Math.PI) * Math.asin(r / 2);
      expect(rankOfScores(r, undefined)).toBeCloseTo(gaussian, 14);
      expect(Math.abs(studentRank(r, 1000) - gaussian)).toBeLessThan(1e-4);
      expect(Math.abs(studentRank(r, 1000) - gaussian)).toBeGreaterThan(1e-6);
    }
  });
});

describe("studentScoreCorrelation", () => {
  it("undoes studentRank", () => {
    const rank = fc.double({ min: -0.9999, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(rank, fc.constantFrom(1, 2.5, 6, 100), (rho, df) => {
        const r = studentScoreCorrelation(rho, df);
        expect(Math.abs(r)).toBeLessThan(1);
        expect(Math.abs(studentRank(r, df) - rho)).toBeLessThan(1e-10);
        expect(scoreCorrelation(rho, df)).toBe(r);
      }),
      { seed: 1, numRuns: 60 },
    );
    expect([-1, 0, 1].map((rho) => studentScoreCorrelation(rho, 4))).toEqual([-1, 0, 1]);
    expect(scoreCorrelation(0.3, undefined)).toBe(normalScoreCorrelation(0.3));
  });
});
