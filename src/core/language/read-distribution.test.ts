import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "../model/distribution.ts";
import { parseDistribution, parseDistributionText } from "./read-distribution.ts";

const distribution = (text: string): Distribution | undefined => {
  const reading = parseDistribution(text);
  return reading.ok ? reading.distribution : undefined;
};

const normal: Distribution = { kind: "normal", mean: 5, sd: 4 };

describe("parseDistribution", () => {
  // Expected values: the order of parameters that models/README.md documents.
  it.each<[string, Distribution]>([
    ["normal(5, 4)", normal],
    ["lognormal(1, 0.5)", { kind: "lognormal", meanLog: 1, sdLog: 0.5 }],
    ["student_t(4, 1, 2)", { kind: "student_t", df: 4, location: 1, scale: 2 }],
    ["triangular(26, 28, 31)", { kind: "triangular", low: 26, mode: 28, high: 31 }],
    ["pert(1, 2, 3)", { kind: "pert", low: 1, mode: 2, high: 3 }],
    ["uniform(-1, 1)", { kind: "uniform", low: -1, high: 1 }],
    ["beta(2, 3)", { kind: "beta", alpha: 2, beta: 3, low: 0, high: 1 }],
    ["beta(2, 3, 10, 20)", { kind: "beta", alpha: 2, beta: 3, low: 10, high: 20 }],
    ["gamma(2, 3)", { kind: "gamma", shape: 2, scale: 3 }],
    ["two_piece_normal(7, 1, 2)", { kind: "two_piece_normal", mode: 7, sdLow: 1, sdHigh: 2 }],
    ["poisson(3)", { kind: "poisson", mean: 3 }],
    ["binomial(10, 0.5)", { kind: "binomial", trials: 10, probability: 0.5 }],
    ["bernoulli(1 / 10)", { kind: "bernoulli", probability: 0.1 }],
    [
      "truncated(normal(5, 4), 0, Infinity)",
      { kind: "truncated", base: normal, low: 0, high: Number.POSITIVE_INFINITY },
    ],
    [
      "truncated(normal(5, 4), -Infinity, 2 * 4)",
      { kind: "truncated", base: normal, low: Number.NEGATIVE_INFINITY, high: 8 },
    ],
    [
      "mixture(3, normal(5, 4), 1, 2)",
      {
        kind: "mixture",
        components: [
          { weight: 3, distribution: normal },
          { weight: 1, distribution: { kind: "constant", value: 2 } },
        ],
      },
    ],
    ["empirical(1, -2, 3)", { kind: "empirical", values: [1, -2, 3] }],
    ["quantiles(1, 2, 4)", { kind: "quantiles", p5: 1, p50: 2, p95: 4 }],
    ["8", { kind: "constant", value: 8 }],
    ["-(3 + 2) * 4 / 8 - 1", { kind: "constant", value: -3.5 }],
    ["-normal(5, 4)", { kind: "affine", base: normal, shift: 0, scale: -1 }],
    ["3 - normal(5, 4) / 4", { kind: "affine", base: normal, shift: 3, scale: -0.25 }],
    ["2 * (1 + 3 * normal(5, 4)) - 4", { kind: "affine", base: normal, shift: -2, scale: 6 }],
    ["0 + 1 * normal(5, 4)", normal],
  ])("reads %s", (text, expected) => {
    expect(distribution(text)).toEqual(expected);
  });

  it("moves and scales in one step, however it is written", () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        number,
        number.filter((n) => n !== 0),
        number,
        (a, b, c) => {
          const once = distribution(`${a} + ${b} * normal(5, 4) - (${c})`);
          const twice = distribution(`-((${c}) - ${a} - normal(5, 4) * (${b}))`);
          expect(twice).toEqual(once);
          const expected = { kind: "affine", base: normal, shift: a - c, scale: b };
          expect(once).toEqual(a === c && b === 1 ? normal : expected);
        },
      ),
    );
  });

  it.each([
    ["normal(5, -4)", 0, "impossible-parameters"],
    ["1 + normal(5, 0)", 4, "impossible-parameters"],
    ["normal(1 / 0, 1)", 0, "impossible-parameters"],
    ["mixture(1, normal(0, 1), 1, uniform(2, 1))", 28, "impossible-parameters"],
    ["0 * normal(5, 4)", 2, "impossible-parameters"],
    ["normal(5, 4) / 0", 13, "impossible-parameters"],
    ["Infinity", 0, "impossible-parameters"],
    ["truncated(normal(0, 1), 50, 60)", 0, "impossible-parameters"],
    ["normal(5)", 0, "wrong-arguments"],
    ["normal", 0, "wrong-arguments"],
    ["beta(1, 2, 3)", 0, "wrong-arguments"],
    ["normal(5, normal(0, 1))", 0, "wrong-arguments"],
    ["truncated(5, 0, 1)", 0, "wrong-arguments"],
    ["mixture(1, normal(0, 1), 2)", 0, "wrong-arguments"],
    ["mixture(normal(0, 1), 1, 2, 3)", 0, "wrong-arguments"],
    ["empirical()", 0, "wrong-arguments"],
    ["norml(5, 4)", 0, "unknown-distribution"],
    ["max(1, 2)", 0, "unknown-distribution"],
    ["normal(mu, 4)", 7, "not-constant"],
    ["normal(x[t-1], 4)", 7, "not-constant"],
    ["normal(5, 4) > 3", 13, "not-constant"],
    ["1 ? 2 : 3", 2, "not-constant"],
    ["2 ^ 3", 2, "not-constant"],
    ["not 1", 0, "not-constant"],
    ["normal(0, 1) + normal(0, 1)", 13, "not-affine"],
    ["normal(0, 1) * normal(0, 1)", 13, "not-affine"],
    ["1 / normal(0, 1)", 2, "not-affine"],
    ["normal(5, 4", 11, "expression-syntax"],
    ["normal（5，4）", 6, "not-in-expressions"],
    ["", 0, "empty-text"],
  ])("refuses %j at %i as %s", (text, offset, code) => {
    const reading = parseDistribution(text);
    expect(reading.ok ? [] : reading.problems.map((each) => [each.offset, each.code])[0]).toEqual([
      offset,
      code,
    ]);
  });

  it("says which distribution is likely meant and how it is written", () => {
    const reading = parseDistribution("norml(5, 4) * gamma(1)");
    const remedies = reading.ok ? [] : reading.problems.map(({ remedy }) => remedy.en);
    expect(remedies).toEqual(["Did you mean `normal`?", "Write `gamma(shape, scale)`."]);
  });
});

describe("parseDistributionText", () => {
  it("counts columns from 1", () => {
    const reading = parseDistributionText("1 + normal(5, 0)");
    expect(reading.ok ? [] : reading.problems.map(({ column }) => column)).toEqual([5]);
    expect(parseDistributionText("normal(5, 4)")).toEqual({ ok: true, distribution: normal });
  });
});
