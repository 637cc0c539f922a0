import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "../model/distribution.ts";
import { lawOf } from "./laws/law-of.ts";
import { mean, variance } from "./moments.ts";
import { normalCdf } from "./normal.ts";
import { cdf, median } from "./quantile.ts";
import { REFERENCE_DISTRIBUTIONS } from "./reference-distributions.ts";
import { createSampler } from "./sampler.ts";
import { isDiscrete } from "./support.ts";
import { fillNormalScores, streamKey } from "./threefry.ts";

const NORMAL: Distribution = { kind: "normal", mean: 0, sd: 1 };
const PERT: Distribution = { kind: "pert", low: 0, mode: 1, high: 4 };

function mixture(...parts: readonly (readonly [number, Distribution])[]): Distribution {
  return {
    kind: "mixture",
    components: parts.map(([weight, distribution]) => ({ weight, distribution })),
  };
}

/** Shapes that are hard for a table: kinks, gaps, poles, values with probability of their own, heavy tails. */
const HARD: readonly (readonly [string, Distribution])[] = [
  ["mode at the end", { kind: "triangular", low: 1, mode: 1, high: 5 }],
  ["pert with mode at the end", { kind: "pert", low: 0, mode: 4, high: 4 }],
  ["poles at both ends", { kind: "beta", alpha: 0.05, beta: 0.01, low: -3, high: 7 }],
  ["nearly normal", { kind: "gamma", shape: 1e6, scale: 0.001 }],
  ["nearly nothing", { kind: "gamma", shape: 0.01, scale: 2 }],
  ["t with finite mean only", { kind: "student_t", df: 1.5, location: 1, scale: 2 }],
  ["t with little more than a variance", { kind: "student_t", df: 2.1, location: 0, scale: 1 }],
  ["two pieces", { kind: "two_piece_normal", mode: 2, sdLow: 1, sdHigh: 5 }],
  ["far tail", { kind: "truncated", base: NORMAL, low: 5, high: Infinity }],
  ["cut pert", { kind: "truncated", base: PERT, low: 0.5, high: 2 }],
  ["two humps", mixture([0.9, NORMAL], [0.1, { kind: "normal", mean: 8, sd: 0.5 }])],
  ["far apart", mixture([1, NORMAL], [1, { kind: "normal", mean: 1000, sd: 1 }])],
  [
    "gap",
    mixture([2, { kind: "uniform", low: 0, high: 1 }], [1, { kind: "uniform", low: 5, high: 6 }]),
  ],
  [
    "edge inside",
    mixture([2, { kind: "uniform", low: 0, high: 1 }], [1, { kind: "uniform", low: 1, high: 3 }]),
  ],
  [
    "touching zero density",
    mixture(
      [1, { kind: "triangular", low: 0, mode: 0.5, high: 1 }],
      [1, { kind: "triangular", low: 2, mode: 3, high: 4 }],
    ),
  ],
  [
    "usually zero",
    mixture([0.7, { kind: "constant", value: 0 }], [0.3, { kind: "gamma", shape: 2, scale: 1 }]),
  ],
  [
    "counts and a density",
    mixture([0.7, { kind: "poisson", mean: 50 }], [0.3, { kind: "normal", mean: 50, sd: 5 }]),
  ],
  ["mirrored pert", { kind: "affine", base: PERT, shift: 3, scale: -2 }],
];

const DISCRETE: readonly (readonly [string, Distribution])[] = [
  ["poisson(0.2)", { kind: "poisson", mean: 0.2 }],
  ["poisson(400)", { kind: "poisson", mean: 400 }],
  ["binomial(20, 0.3)", { kind: "binomial", trials: 20, probability: 0.3 }],
  ["bernoulli(0.1)", { kind: "bernoulli", probability: 0.1 }],
  ["bernoulli(1e-20)", { kind: "bernoulli", probability: 1e-20 }],
  ["bernoulli(0)", { kind: "bernoulli", probability: 0 }],
  ["bernoulli(1)", { kind: "bernoulli", probability: 1 }],
  ["empirical", { kind: "empirical", values: [3, 1, 2, 2, 10] }],
  ["truncated poisson", { kind: "truncated", base: { kind: "poisson", mean: 3 }, low: 2, high: 5 }],
  [
    "mixture of counts",
    mixture([1, { kind: "poisson", mean: 3 }], [1, { kind: "constant", value: 2.5 }]),
  ],
  [
    "3 − 2·bernoulli(0.1)",
    { kind: "affine", base: { kind: "bernoulli", probability: 0.1 }, shift: 3, scale: -2 },
  ],
];

const CONTINUOUS = [
  ...REFERENCE_DISTRIBUTIONS.filter(({ d }) => !isDiscrete(d)).map(
    ({ call, d }) => [call, d] as const,
  ),
  ...HARD,
];
const ALL = [
  ...REFERENCE_DISTRIBUTIONS.map(({ call, d }) => [call, d] as const),
  ...HARD,
  ...DISCRETE,
];

function sample(d: Distribution, z: Float64Array): Float64Array {
  const out = new Float64Array(z.length);
  createSampler(d).fill(z, out);
  return out;
}

/** Scores from −8.3 to 8.3, evenly spaced. */
function scores(count: number): Float64Array {
  return new Float64Array(count).map((_, i) => -8.3 + (16.6 * (i + 0.5)) / count);
}

describe("createSampler", () => {
  // Against the exact quantile at Φ(z), by closed form or root finding, with both tails exact.
  it.each(CONTINUOUS)(
    "of %s is exact to 4e-8 sd, or 4e-8 of the distance from the centre",
    (_, d) => {
      const law = lawOf(d);
      const centre = median(d);
      const sd = Math.sqrt(variance(d));
      const scale = Number.isFinite(sd) ? sd : law.quantile(0.84, 0.16) - law.quantile(0.16, 0.84);
      const z = scores(1500);
      sample(d, z).forEach((x, i) => {
        const exact = law.quantile(normalCdf(z[i]!), normalCdf(-z[i]!));
        const allowed = 4e-8 * Math.max(scale, Math.abs(exact - centre));
        expect(Math.abs(x - exact), `at z = ${z[i]}`).toBeLessThanOrEqual(allowed);
      });
    },
  );

  // The least value x with P(X ≤ x) ≥ Φ(z), found by walking through all values.
  it.each(DISCRETE)("of %s is exact", (_, d) => {
    const law = lawOf(d);
    const values = law.joints(-Infinity, Infinity);
    const z = scores(5003);
    sample(d, z).forEach((x, i) => {
      const [p, q] = [normalCdf(z[i]!), normalCdf(-z[i]!)];
      const exact = values.find((value) =>
        p <= q ? law.lower(value) >= p : law.upper(value) <= q,
      );
      expect(x, `at z = ${z[i]}`).toBe(exact ?? values[values.length - 1]);
    });
  });

  it.each(ALL)("of %s never falls, and stays within the support", (_, d) => {
    const fill = createSampler(d).fill;
    const [least, most] = lawOf(d).support;
    const score = fc.oneof(
      fc.double({ min: -8.3, max: 8.3, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true }),
    );
    fc.assert(
      fc.property(score, fc.double({ min: 1e-9, max: 1, noNaN: true }), (z, step) => {
        const out = new Float64Array(2);
        fill(Float64Array.of(z, z + step), out);
        expect(out[0]).toBeLessThanOrEqual(out[1]!);
        expect(out[0]).toBeGreaterThanOrEqual(least);
        expect(out[1]).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  // Sample mean and variance have standard errors √(v/n) and √((m4 − v²)/n); the fourth moment is the sample's.
  it.each(
    // Without those whose sample variance has no standard error, or that 2^18 draws never show.
    ALL.filter(
      ([name, d]) =>
        Number.isFinite(variance(d)) &&
        !(d.kind === "student_t" && d.df < 5) &&
        name !== "bernoulli(1e-20)",
    ),
  )("of %s has the distribution's mean and variance", (name, d) => {
    const n = 1 << 18;
    const z = new Float64Array(n);
    fillNormalScores(streamKey(11, name), 0, z);
    const x = sample(d, z);
    const [m, v] = [mean(d), variance(d)];
    const sampleMean = x.reduce((sum, value) => sum + value, 0) / n;
    const second = x.reduce((sum, value) => sum + (value - m) ** 2, 0) / n;
    const fourth = x.reduce((sum, value) => sum + (value - m) ** 4, 0) / n;
    expect(Math.abs(sampleMean - m)).toBeLessThanOrEqual(
      4 * Math.sqrt(v / n) + 1e-12 * Math.abs(m),
    );
    expect(Math.abs(second - v)).toBeLessThanOrEqual(
      4 * Math.sqrt(Math.max(0, fourth - v * v) / n) + 1e-12 * v,
    );
  });

  // Kolmogorov: √n·D exceeds 1.95 with probability 0.001 (2 e^(−2·1.95²)).
  // Of the beta with poles more than a tenth lies within rounding of its ends, so steps are inevitable.
  it.each(CONTINUOUS.filter(([name, d]) => d.kind !== "mixture" && name !== "poles at both ends"))(
    "of %s passes the Kolmogorov-Smirnov test",
    (name, d) => {
      const n = 1 << 14;
      const z = new Float64Array(n);
      fillNormalScores(streamKey(12, name), 0, z);
      const x = sample(d, z).sort();
      const law = lawOf(d);
      let distance = 0;
      x.forEach((value, i) => {
        const p = law.lower(value);
        distance = Math.max(distance, Math.abs(p - i / n), Math.abs(p - (i + 1) / n));
      });
      expect(distance * Math.sqrt(n)).toBeLessThan(1.95);
    },
  );

  it.each(ALL)("of %s works in place", (_, d) => {
    const z = scores(64);
    const expected = sample(d, z);
    createSampler(d).fill(z, z);
    expect(z).toEqual(expected);
  });

  it("fills constants", () => {
    expect(Array.from(sample({ kind: "constant", value: 7 }, Float64Array.of(-1, 2)))).toEqual([
      7, 7,
    ]);
  });

  // P(x = 1) for u uniform is exactly the share of scores above Φ⁻¹(0.9): binomial standard error.
  it("hits a 0/1 event as often as its probability says", () => {
    const n = 1 << 20;
    const z = new Float64Array(n);
    fillNormalScores(streamKey(4, "epidemic"), 0, z);
    const hits = sample({ kind: "bernoulli", probability: 0.1 }, z).reduce((sum, x) => sum + x, 0);
    expect(Math.abs(hits / n - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / n));
    expect(cdf({ kind: "bernoulli", probability: 0.1 }, 0)).toBeCloseTo(0.9, 15);
  });
});
