import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNormals, createUniforms } from "../../../test/support/random-numbers.ts";
import type { Distribution } from "../model/distribution.ts";
import { normalCdf, normalDensity } from "../sampling/normal.ts";
import { crps } from "./crps.ts";
import { centralInterval } from "./interval-coverage.ts";
import { distributionSample } from "./predictive-sample.ts";
import { integralCounts, probabilityIntegral } from "./probability-integral.ts";
import { brierScore, LOG_SCORE_FLOOR, logScore } from "./probability-scores.ts";

const normal = (mean: number, sd: number): Distribution => ({ kind: "normal", mean, sd });

/** Gneiting and Raftery (2007), equation 21. */
function normalCrps(mean: number, sd: number, y: number): number {
  const z = (y - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

describe("scores of probabilities", () => {
  it("has the values of the definitions", () => {
    expect(brierScore(0.7, true)).toBeCloseTo(0.09, 15);
    expect(brierScore(0.7, false)).toBeCloseTo(0.49, 15);
    expect(logScore(0.5, true)).toBeCloseTo(Math.LN2, 15);
    expect(logScore(1, false)).toBeCloseTo(-Math.log(LOG_SCORE_FLOOR), 12);
    expect(logScore(0.2, false)).toBeCloseTo(-Math.log(0.8), 14);
  });

  it("is best in expectation where the truth is told", () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (truth, told) => {
        for (const score of [brierScore, logScore]) {
          const expected = (p: number) => truth * score(p, true) + (1 - truth) * score(p, false);
          expect(expected(told)).toBeGreaterThanOrEqual(expected(truth) - 1e-12);
        }
      }),
    );
  });
});

describe("crps", () => {
  it("is the normal's closed form", () => {
    const number = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0.1, max: 5, noNaN: true }), number, (mean, sd, y) => {
        const found = crps(distributionSample(normal(mean, sd)), y);
        expect(Math.abs(found - normalCrps(mean, sd, y))).toBeLessThan(1e-3 * sd);
      }),
      { numRuns: 50 },
    );
  });

  // SciPy 1.17.1: integrate.quad of F² below and (1 − F)² above the outcome.
  it.each([
    [{ kind: "student_t", df: 8, location: 7, scale: 2 }, 3.5, 2.3823252418],
    [{ kind: "gamma", shape: 2, scale: 1.5 }, 5, 1.4457838936],
  ] as const)("is the integral over both sides, of %j", (distribution, y, expected) => {
    expect(crps(distributionSample(distribution), y)).toBeCloseTo(expected, 4);
  });

  it("is E|X − y| − ½ E|X − X′| of any sample", () => {
    const value = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), value, (values, y) => {
        const sample = Float64Array.from(values).sort();
        let toOutcome = 0;
        let amongThem = 0;
        for (const a of sample) {
          toOutcome += Math.abs(a - y) / sample.length;
          for (const b of sample) amongThem += Math.abs(a - b) / sample.length ** 2;
        }
        expect(crps(sample, y)).toBeCloseTo(toOutcome - amongThem / 2, 12);
      }),
    );
  });

  it("is best on average for the distribution that outcomes come from", () => {
    const draw = createNormals(7);
    const truth = distributionSample(normal(0, 1));
    const rivals = [normal(0.5, 1), normal(0, 0.6), normal(0, 1.6)].map(distributionSample);
    const outcomes = Array.from({ length: 4000 }, draw);
    for (const rival of rivals) {
      const gaps = outcomes.map((y) => crps(rival, y) - crps(truth, y));
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      const squares = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0);
      expect(mean).toBeGreaterThan((4 * Math.sqrt(squares)) / gaps.length);
    }
  });
});

describe("probabilityIntegral", () => {
  it("is uniform where outcomes come from the distribution, with ties too", () => {
    const uniform = createUniforms(3);
    const laws: readonly Distribution[] = [
      normal(2, 3),
      { kind: "poisson", mean: 1.2 },
      { kind: "bernoulli", probability: 0.3 },
    ];
    for (const law of laws) {
      const sample = distributionSample(law);
      const integrals = Array.from({ length: 5000 }, (_, i) => {
        const happened = sample[Math.floor(uniform() * sample.length)]!;
        return probabilityIntegral(sample, happened, `case ${i}`);
      });
      // Binomial(5000, 0.1): four standard errors are 85.
      for (const count of integralCounts(integrals, 10)) {
        expect(Math.abs(count - 500)).toBeLessThan(85);
      }
    }
  });

  it("stays inside (0, 1), and repeats", () => {
    const sample = distributionSample(normal(0, 1));
    expect(probabilityIntegral(sample, -50, "a")).toBeGreaterThan(0);
    expect(probabilityIntegral(sample, 50, "a")).toBeLessThan(1);
    expect(probabilityIntegral(sample, 0.3, "a")).toBe(probabilityIntegral(sample, 0.3, "a"));
    expect(integralCounts([0.01, 0.5, 0.999], 2)).toEqual([1, 2]);
  });
});

describe("centralInterval", () => {
  const isCovered = (sample: Float64Array, level: number, happened: number): boolean => {
    const [low, high] = centralInterval(sample, level);
    return happened >= low && happened <= high;
  };

  it("holds as many outcomes as it says", () => {
    const draw = createNormals(11);
    const sample = distributionSample(normal(0, 1));
    const outcomes = Array.from({ length: 5000 }, draw);
    for (const level of [0.5, 0.8, 0.9]) {
      const held = outcomes.filter((y) => isCovered(sample, level, y)).length / 5000;
      expect(Math.abs(held - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / 5000));
    }
  });

  it("has values of the sample as its ends", () => {
    const sample = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    expect(centralInterval(sample, 0.8)).toEqual([1, 9]);
  });
});
