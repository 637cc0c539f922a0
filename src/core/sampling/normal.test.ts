import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erfc, normalCdf, normalDensity, normalQuantile } from "./normal.ts";

// Expected values: mpmath 1.3.0 at 60 digits; quantiles by Newton's method on its erfc.
const CDF: readonly [number, number][] = [
  [-37.5, 4.605353009581955e-308],
  [-30.0, 4.906713927148187e-198],
  [-20.0, 2.7536241186062337e-89],
  [-12.3, 4.5287069561587846e-35],
  [-8.3, 5.205569744890254e-17],
  [-5.0, 2.866515718791939e-7],
  [-3.0, 0.0013498980316300946],
  [-1.96, 0.024997895148220435],
  [-1.0, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [-1e-10, 0.49999999996010575],
  [0.0, 0.5],
  [0.3, 0.6179114221889527],
  [1.0, 0.8413447460685429],
  [2.5, 0.9937903346742238],
  [5.0, 0.9999997133484281],
  [8.2, 0.9999999999999999],
];
const ERFC: readonly [number, number][] = [
  [-3.0, 1.9999779095030015],
  [-0.5, 1.5204998778130465],
  [0.0, 1.0],
  [0.1, 0.887537083981715],
  [1.0, 0.15729920705028513],
  [2.0, 0.004677734981047266],
  [5.0, 1.537459794428035e-12],
  [20.0, 5.395865611607901e-176],
  [26.0, 5.663192408856143e-296],
];
const QUANTILE: readonly [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-200, -30.20559417957964],
  [1e-100, -21.273453560965326],
  [1e-30, -11.464024688443615],
  [1e-16, -8.222082216130435],
  [1e-12, -7.034483825301132],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.02425, -1.972961051311885],
  [0.074, -1.4466320671589785],
  [0.076, -1.4325027208258116],
  [0.1, -1.2815515655446004],
  [0.25, -0.6744897501960817],
  [0.4999999999, -2.506628482030354e-10],
  [0.5, 0.0],
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
];

describe("normalCdf", () => {
  it.each(CDF)("at %d has relative error below 3e-15", (z, expected) => {
    expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(3e-15);
  });

  it("has the right ends", () => {
    expect([-Infinity, -40, 40, Infinity].map(normalCdf)).toEqual([0, 0, 1, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  // The density is the slope: a central difference with error h²/6 · |φ″| ≤ 1e-8.
  it("has the density as slope", () => {
    for (let z = -6; z <= 6; z += 0.37) {
      const h = 1e-4;
      const slope = (normalCdf(z + h) - normalCdf(z - h)) / (2 * h);
      expect(Math.abs(slope - normalDensity(z))).toBeLessThan(1e-8);
    }
  });
});

describe("erfc", () => {
  it.each(ERFC)("at %d has relative error below 5e-13", (x, expected) => {
    expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(5e-13);
  });
});

describe("normalQuantile", () => {
  it.each(QUANTILE)("at %d has relative error below 1e-15", (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(1e-15 * Math.abs(expected));
  });

  it("undoes the distribution function in the lower tail", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: -0.1, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantile(normalCdf(z)) / z - 1)).toBeLessThan(2e-14);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it("is odd about one half", () => {
    for (const p of [0.0009765625, 0.125, 0.25, 0.4375]) {
      expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
    }
  });

  it("has the right ends", () => {
    expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity]);
    expect([-0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
