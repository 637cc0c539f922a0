import { describe, expect, it } from "vitest";
import { inverseChiLaw } from "./inverse-chi-law.ts";

describe("inverseChiLaw", () => {
  // SciPy 1.17.1: sqrt(df / chi2.isf(p, df)).
  it.each([
    [1, 1e-12, 0.14024248504248446],
    [1, 0.01, 0.3882244831294642],
    [1, 0.5, 1.4826022185056025],
    [1, 0.9, 7.957896561090546],
    [2.5, 0.01, 0.4923959408981838],
    [2.5, 0.9, 2.5622856269645915],
    [7, 1e-12, 0.3143507940387699],
    [7, 0.5, 1.0502808494107017],
    [40, 0.01, 0.7924864568382435],
    [40, 0.9, 1.1734187363597028],
  ])("has the quantiles of SciPy: df %d, p = %d", (df, p, expected) => {
    const law = inverseChiLaw(df, 3);
    expect(law.quantile(p, 1 - p) / (3 * expected)).toBeCloseTo(1, 12);
    expect(law.lower(3 * expected) / p).toBeCloseTo(1, 11);
    expect(law.upper(3 * expected) / (1 - p)).toBeCloseTo(1, 11);
  });

  // The derivative of the distribution function, by central differences (error of order h²).
  it("has the density of its distribution function", () => {
    const law = inverseChiLaw(5, 0.25);
    for (const x of [0.1, 0.2, 0.25, 0.4, 1]) {
      const slope = (law.lower(x + 1e-5) - law.lower(x - 1e-5)) / 2e-5;
      expect(law.density(x)).toBeCloseTo(slope, 6);
    }
  });
});
