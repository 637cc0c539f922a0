import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "../model/distribution.ts";
import { mean, variance } from "./moments.ts";
import { cdf, median, quantile } from "./quantile.ts";
import { REFERENCE_DISTRIBUTIONS, REFERENCE_PROBABILITIES } from "./reference-distributions.ts";
import { isDiscrete, support } from "./support.ts";

const NORMAL: Distribution = { kind: "normal", mean: 0, sd: 1 };
const BERNOULLI: Distribution = { kind: "bernoulli", probability: 0.25 };

function relative(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-12);
}

describe.each(REFERENCE_DISTRIBUTIONS)("$call", ({ d, mean: m, variance: v, quantiles }) => {
  it("has the reference's mean and variance", () => {
    expect(relative(mean(d), m)).toBeLessThan(1e-9);
    expect(relative(variance(d), v)).toBeLessThan(1e-9);
  });

  it("has the reference's quantiles", () => {
    quantiles.forEach((expected, i) => {
      const x = quantile(d, REFERENCE_PROBABILITIES[i]!);
      expect(relative(x, expected)).toBeLessThan(isDiscrete(d) ? 1e-300 : 2e-11);
    });
    expect(median(d)).toBe(quantile(d, 0.5));
  });

  it("has quantiles that are the least values with so much probability", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        const x = quantile(d, p);
        if (isDiscrete(d)) {
          expect(cdf(d, x)).toBeGreaterThanOrEqual(p);
          expect(cdf(d, x - 0.5)).toBeLessThan(p);
        } else {
          // A neighbouring double would be off by more, where the density has a pole.
          const around = Math.max(1e-12, cdf(d, x * (1 + 4e-16)) - cdf(d, x * (1 - 4e-16)));
          expect(Math.abs(cdf(d, x) - p)).toBeLessThanOrEqual(around);
        }
      }),
      { numRuns: d.kind === "poisson" ? 5 : 100, seed: 1 },
    );
  });
});

describe("distributions without a SciPy call", () => {
  // R 4.2.2: integrate() of the density √(2/π)/6 · e^(−(x − 2)²/2sd²), rel.tol 1e-12.
  it("two_piece_normal(2, 1, 5)", () => {
    const d: Distribution = { kind: "two_piece_normal", mode: 2, sdLow: 1, sdHigh: 5 };
    expect(cdf(d, 0)).toBeCloseTo(0.0075833773160597371, 12);
    expect(cdf(d, 6)).toBeCloseTo(0.64690766902760077, 12);
    expect(mean(d)).toBeCloseTo(5.1915382432114612, 11);
    expect(variance(d)).toBeCloseTo(10.814083642118701, 10);
    for (const p of [0.001, 0.1, 1 / 6, 0.5, 0.999])
      expect(cdf(d, quantile(d, p))).toBeCloseTo(p, 14);
  });

  // By definition p5, p50, p95; moments of two half normals: p50 ± sd φ(0), (sd² + sd²)/2.
  it("quantiles(-1, 0, 2)", () => {
    const d: Distribution = { kind: "quantiles", p5: -1, p50: 0, p95: 2 };
    expect(quantile(d, 0.05)).toBeCloseTo(-1, 14);
    expect(quantile(d, 0.5)).toBe(0);
    expect(quantile(d, 0.95)).toBeCloseTo(2, 14);
    const z95 = 1.6448536269514722;
    const m = 1 / z95 / Math.sqrt(2 * Math.PI);
    expect(mean(d)).toBeCloseTo(m, 14);
    expect(variance(d)).toBeCloseTo(2.5 / z95 ** 2 - m ** 2, 14);
  });

  // R 4.2.2: uniroot() of .9 pnorm(x) + .1 pnorm(x, 8, .5), tol 1e-14. Moments: Σ w m, Σ w (v + (m − mean)²).
  it("mixture of two normals", () => {
    const d: Distribution = {
      kind: "mixture",
      components: [
        { weight: 9, distribution: NORMAL },
        { weight: 1, distribution: { kind: "normal", mean: 8, sd: 0.5 } },
      ],
    };
    expect(quantile(d, 0.95)).toBeCloseTo(8, 12);
    expect(quantile(d, 0.3)).toBeCloseTo(-0.43072729929545756, 12);
    expect(mean(d)).toBeCloseTo(0.8, 14);
    expect(variance(d)).toBeCloseTo(0.9 * (1 + 0.64) + 0.1 * (0.25 + 7.2 ** 2), 13);
  });

  // R 4.2.2: integrate() of dgamma(x, 2, scale = 3) on [1, 10], rel.tol 1e-12.
  it("truncated(gamma(2, 3), 1, 10)", () => {
    const base: Distribution = { kind: "gamma", shape: 2, scale: 3 };
    const d: Distribution = { kind: "truncated", base, low: 1, high: 10 };
    expect(mean(d)).toBeCloseTo(4.8133068841014257, 10);
    expect(variance(d)).toBeCloseTo(5.600558555838175, 10);
    expect([quantile(d, 0), quantile(d, 1)]).toEqual([1, 10]);
  });

  // Closed forms: Cauchy quantile −cot(πp); t with df 1/2 by R 4.2.2, qt(0.975, 0.5).
  it("student_t with very heavy tails", () => {
    const t = (df: number): Distribution => ({ kind: "student_t", df, location: 0, scale: 1 });
    expect(quantile(t(1), 0.001)).toBeCloseTo(-318.30883898555044, 9);
    expect(quantile(t(0.5), 0.975)).toBeCloseTo(164.55767348049446, 9);
    expect([mean(t(1)), variance(t(1)), variance(t(2))]).toEqual([
      Number.NaN,
      Number.NaN,
      Infinity,
    ]);
  });

  // Counting by hand; R 4.2.2: var(c(1, 2, 2, 3, 10)) · 4/5 = 10.64.
  it("empirical(1, 10, 2, 3, 2)", () => {
    const d: Distribution = { kind: "empirical", values: [1, 10, 2, 3, 2] };
    expect([0.2, 0.21, 0.6, 0.61, 0.8, 0.81, 1].map((p) => quantile(d, p))).toEqual([
      1, 2, 2, 3, 3, 10, 10,
    ]);
    expect([0.99, 1, 2, 9, 10].map((x) => cdf(d, x))).toEqual([0, 0.2, 0.6, 0.8, 1]);
    expect(mean(d)).toBeCloseTo(3.6, 14);
    expect(variance(d)).toBeCloseTo(10.64, 13);
  });

  it("constants and certain events", () => {
    const constants: readonly [Distribution, number][] = [
      [{ kind: "constant", value: 7 }, 7],
      [{ kind: "bernoulli", probability: 0 }, 0],
      [{ kind: "bernoulli", probability: 1 }, 1],
      [{ kind: "binomial", trials: 9, probability: 1 }, 9],
    ];
    for (const [d, value] of constants) {
      expect([mean(d), variance(d), median(d), ...support(d)]).toEqual([
        value,
        0,
        value,
        value,
        value,
      ]);
      expect(isDiscrete(d)).toBe(true);
    }
  });
});

describe("nested distributions", () => {
  // P(X ≤ k | 2 ≤ X ≤ 5) by summing e^−3 3^k/k! (the factor cancels): 4.5, 4.5, 3.375, 2.025.
  it("truncates counts with their bounds included", () => {
    const base: Distribution = { kind: "poisson", mean: 3 };
    const d: Distribution = { kind: "truncated", base, low: 2, high: 5 };
    const sum = 4.5 + 4.5 + 3.375 + 2.025;
    [4.5, 9, 12.375, 14.4].forEach((part, i) => {
      expect(cdf(d, i + 2)).toBeCloseTo(part / sum, 14);
    });
    expect(cdf(d, 1.99)).toBe(0);
    const m = (2 * 4.5 + 3 * 4.5 + 4 * 3.375 + 5 * 2.025) / sum;
    expect(mean(d)).toBeCloseTo(m, 13);
    expect([quantile(d, 0), quantile(d, 1e-15), quantile(d, 1)]).toEqual([2, 2, 5]);
  });

  it("mixes single values with densities", () => {
    const d: Distribution = {
      kind: "mixture",
      components: [
        { weight: 0.7, distribution: { kind: "constant", value: 0 } },
        { weight: 0.3, distribution: { kind: "uniform", low: -1, high: 2 } },
      ],
    };
    expect(isDiscrete(d)).toBe(false);
    expect([0.1, 0.1001, 0.5, 0.8].map((p) => quantile(d, p))).toEqual([
      expect.closeTo(0, 12),
      0,
      0,
      expect.closeTo(0, 12),
    ]);
    expect(quantile(d, 0.9)).toBeCloseTo(1, 12);
    expect([cdf(d, -0.5), cdf(d, 0), cdf(d, 1)]).toEqual([
      expect.closeTo(0.05, 14),
      expect.closeTo(0.8, 14),
      expect.closeTo(0.9, 14),
    ]);
  });

  it("jumps over gaps", () => {
    const part = (low: number): { weight: number; distribution: Distribution } => ({
      weight: 1,
      distribution: { kind: "uniform", low, high: low + 1 },
    });
    const d: Distribution = { kind: "mixture", components: [part(0), part(5)] };
    expect(quantile(d, 0.4999)).toBeCloseTo(0.9998, 12);
    expect(quantile(d, 0.5)).toBeCloseTo(1, 12);
    expect(quantile(d, 0.5001)).toBeCloseTo(5.0002, 12);
    expect(support(d)).toEqual([0, 6]);
  });

  it("reverses under a negative scale", () => {
    const d: Distribution = { kind: "affine", base: BERNOULLI, shift: 0.3, scale: -0.1 };
    const [hit, miss] = [0.3 - 0.1, 0.3];
    expect([0.1, 0.25, 0.2501, 1].map((p) => quantile(d, p))).toEqual([hit, hit, miss, miss]);
    expect([0.19, hit, 0.25, miss].map((x) => cdf(d, x))).toEqual([0, 0.25, 0.25, 1]);
    expect(support(d)).toEqual([hit, miss]);
    expect([mean(d), variance(d)]).toEqual([
      expect.closeTo(0.275, 15),
      expect.closeTo(0.01 * 0.1875, 15),
    ]);
    const gamma: Distribution = { kind: "gamma", shape: 2, scale: 1 };
    const mirrored: Distribution = { kind: "affine", base: gamma, shift: 1, scale: -2 };
    for (const p of [0.125, 0.5, 0.75]) {
      expect(quantile(mirrored, p)).toBe(1 - 2 * quantile(gamma, 1 - p));
    }
  });

  it("keeps every value with probability of its own under shift and scale", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.boolean(),
        (shift, size, up) => {
          const base: Distribution = { kind: "binomial", trials: 6, probability: 0.5 };
          const d: Distribution = { kind: "affine", base, shift, scale: up ? size : -size };
          const [low] = support(d);
          expect(cdf(d, low)).toBeCloseTo(1 / 64, 15);
          expect(quantile(d, 1 / 64)).toBe(low);
        },
      ),
      { seed: 1 },
    );
  });

  it("refuses what is no probability", () => {
    expect(() => quantile(NORMAL, 1.5)).toThrow(RangeError);
    expect(() => quantile(NORMAL, Number.NaN)).toThrow(RangeError);
    expect([quantile(NORMAL, 0), quantile(NORMAL, 1)]).toEqual([-Infinity, Infinity]);
  });
});
