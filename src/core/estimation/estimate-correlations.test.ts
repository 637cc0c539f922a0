import { describe, expect, it } from "vitest";
import { createNormals } from "../../../test/support/random-numbers.ts";
import { estimateCorrelations } from "./estimate-correlations.ts";

const sample = (y: readonly number[], x: readonly number[]) => ({
  years: y.map((_, i) => 2000 + i),
  y,
  columns: [x],
});
const y = [28, 13.8, 9.5, 8.8, 13.2, 16.8, 9.1];
const x = [10.6, 8.7, 9.3, 7.5, 7.8, 7.6, 7];
const z = [5.4, 2.6, 2.6, 2, 1.6, 2.1, 2.9];

describe("estimateCorrelations", () => {
  it("starts from Spearman's rank correlation: R 4.2.2, cor(method = 'spearman')", () => {
    const raw = estimateCorrelations([sample(y, x), sample(y, z), sample(x, z)]);
    const expected = [0.642857142857143, 0.324337486570401, 0.342356235824312];
    for (const [i, value] of expected.entries()) expect(raw[i]?.raw).toBeCloseTo(value, 12);
  });

  it("shrinks all pairs by Σ Var(r) / Σ r², as in Schäfer and Strimmer (2005)", () => {
    const found = estimateCorrelations([sample(y, x), sample(y, z), sample(x, z)]);
    const lambda = 0.862690015809315;
    expect(new Set(found.map((pair) => pair?.shrinkage)).size).toBe(1);
    // The same sums written in R from the paper's formulas.
    expect(found[0]?.shrinkage).toBeCloseTo(lambda, 10);
    for (const pair of found) {
      expect(pair?.rank).toBeCloseTo((1 - lambda) * (pair?.raw ?? Number.NaN), 10);
    }
  });

  it("is 0 where a single pair says nothing, and undefined where a series does not vary", () => {
    const [none, constant] = estimateCorrelations([
      sample([1, 2, 3, 4, 5, 6], [2, 5, 1, 6, 2.5, 4]),
      sample([1, 2, 3, 4, 5, 6], [3, 3, 3, 3, 3, 3]),
    ]);
    expect(none?.rank).toBe(0);
    expect(constant).toBeUndefined();
  });

  it("errs less than the raw correlation over short samples, in the mean square", () => {
    const normal = createNormals(3);
    const rho = 0.3;
    let [raw, shrunk] = [0, 0];
    for (let k = 0; k < 2_000; k++) {
      const a = Array.from({ length: 8 }, normal);
      const b = a.map((value) => rho * value + Math.sqrt(1 - rho * rho) * normal());
      const [found] = estimateCorrelations([sample(a, b)]);
      // Spearman's correlation of normals with this rho: 6/π asin(ρ/2).
      const truth = (6 / Math.PI) * Math.asin(rho / 2);
      raw += ((found?.raw ?? 0) - truth) ** 2;
      shrunk += ((found?.rank ?? 0) - truth) ** 2;
    }
    expect(shrunk).toBeLessThan(raw);
  });
});
