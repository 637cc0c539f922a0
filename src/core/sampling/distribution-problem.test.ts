import { describe, expect, it } from "vitest";
import type { Distribution } from "../model/distribution.ts";
import { distributionProblem } from "./distribution-problem.ts";
import { REFERENCE_DISTRIBUTIONS } from "./reference-distributions.ts";

const NORMAL: Distribution = { kind: "normal", mean: 0, sd: 1 };
const BROKEN: Distribution = { kind: "normal", mean: 0, sd: 0 };

/** Each impossible distribution with what both texts must name. */
const IMPOSSIBLE: readonly (readonly [Distribution, ...string[]])[] = [
  [{ kind: "constant", value: Number.NaN }, "constant", "value", "NaN"],
  [{ kind: "constant", value: Infinity }, "constant", "value", "Infinity"],
  [{ kind: "normal", mean: Infinity, sd: 1 }, "normal", "mean"],
  [{ kind: "normal", mean: 0, sd: 0 }, "normal", "sd", "0"],
  [{ kind: "normal", mean: 0, sd: -2 }, "normal", "sd", "-2"],
  [{ kind: "lognormal", meanLog: 0, sdLog: 0 }, "lognormal", "sd_log"],
  [{ kind: "lognormal", meanLog: 1000, sdLog: 1 }, "lognormal", "mean_log", "1000"],
  [{ kind: "student_t", df: 0, location: 0, scale: 1 }, "student_t", "df"],
  [{ kind: "student_t", df: 3, location: 0, scale: 0 }, "student_t", "scale"],
  [{ kind: "triangular", low: 0, mode: 5, high: 4 }, "triangular", "low ≤ mode ≤ high", "5"],
  [{ kind: "triangular", low: 1, mode: 1, high: 1 }, "triangular", "low < high"],
  [{ kind: "pert", low: 2, mode: 1, high: 4 }, "pert", "low ≤ mode ≤ high"],
  [{ kind: "uniform", low: 3, high: 3 }, "uniform", "low < high", "3"],
  [{ kind: "uniform", low: 3, high: Number.NaN }, "uniform", "high", "NaN"],
  [{ kind: "beta", alpha: 0, beta: 1, low: 0, high: 1 }, "beta", "alpha"],
  [{ kind: "beta", alpha: 1, beta: 1e7, low: 0, high: 1 }, "beta", "1000000"],
  [{ kind: "beta", alpha: 1, beta: 1, low: 1, high: 0 }, "beta", "low < high"],
  [{ kind: "gamma", shape: -1, scale: 1 }, "gamma", "shape"],
  [{ kind: "gamma", shape: 1, scale: 0 }, "gamma", "scale"],
  [{ kind: "two_piece_normal", mode: 0, sdLow: 0, sdHigh: 1 }, "two_piece_normal", "sd_low"],
  [{ kind: "two_piece_normal", mode: 0, sdLow: 1, sdHigh: -1 }, "two_piece_normal", "sd_high"],
  [{ kind: "poisson", mean: 0 }, "poisson", "mean"],
  [{ kind: "poisson", mean: 1e7 }, "poisson", "1e6", "normal"],
  [{ kind: "binomial", trials: 2.5, probability: 0.5 }, "binomial", "trials", "2.5"],
  [{ kind: "binomial", trials: 0, probability: 0.5 }, "binomial", "trials"],
  [{ kind: "binomial", trials: 10, probability: 1.2 }, "binomial", "probability", "1.2"],
  [{ kind: "binomial", trials: 1e9, probability: 0.5 }, "binomial", "normal"],
  [{ kind: "bernoulli", probability: -0.1 }, "bernoulli", "probability", "-0.1"],
  [{ kind: "truncated", base: NORMAL, low: 2, high: 1 }, "truncated", "low ≤ high"],
  [{ kind: "truncated", base: NORMAL, low: Number.NaN, high: 1 }, "truncated", "low"],
  [{ kind: "truncated", base: NORMAL, low: 7, high: Infinity }, "truncated", "1e-9"],
  [{ kind: "truncated", base: NORMAL, low: 1, high: 1 }, "truncated", "1e-9"],
  [{ kind: "truncated", base: BROKEN, low: 0, high: 1 }, "normal", "sd"],
  [{ kind: "mixture", components: [] }, "mixture"],
  [{ kind: "mixture", components: [{ weight: 0, distribution: NORMAL }] }, "mixture", "w1"],
  [
    {
      kind: "mixture",
      components: [
        { weight: 1, distribution: NORMAL },
        { weight: 1, distribution: BROKEN },
      ],
    },
    "mixture",
    "2",
    "sd",
  ],
  [{ kind: "empirical", values: [] }, "empirical", "0"],
  [{ kind: "empirical", values: [1, Infinity] }, "empirical", "v2"],
  [{ kind: "quantiles", p5: 1, p50: 1, p95: 2 }, "quantiles", "p5 < p50 < p95"],
  [{ kind: "affine", base: NORMAL, shift: 0, scale: 0 }, "affine", "scale"],
  [{ kind: "affine", base: BROKEN, shift: 0, scale: 1 }, "normal", "sd"],
];

describe("distributionProblem", () => {
  it.each(IMPOSSIBLE.map(([d, ...named]) => ({ d, named })))(
    "names what is impossible in $d",
    ({ d, named }) => {
      const problem = distributionProblem(d);
      for (const part of named) {
        expect(problem?.zh).toContain(part);
        expect(problem?.en).toContain(part);
      }
    },
  );

  const possible: readonly Distribution[] = [
    ...REFERENCE_DISTRIBUTIONS.map(({ d }) => d),
    { kind: "bernoulli", probability: 0 },
    { kind: "bernoulli", probability: 1 },
    { kind: "triangular", low: 1, mode: 1, high: 2 },
    { kind: "pert", low: 1, mode: 2, high: 2 },
    { kind: "binomial", trials: 1e9, probability: 1e-4 },
    { kind: "truncated", base: NORMAL, low: -Infinity, high: Infinity },
    { kind: "truncated", base: NORMAL, low: 5.5, high: Infinity },
    { kind: "truncated", base: { kind: "poisson", mean: 2 }, low: 2, high: 2 },
    { kind: "quantiles", p5: -1, p50: 0, p95: 9 },
    { kind: "affine", base: NORMAL, shift: 3, scale: -2 },
  ];

  it.each(possible)("finds nothing wrong with %j", (d) => {
    expect(distributionProblem(d)).toBeUndefined();
  });
});
