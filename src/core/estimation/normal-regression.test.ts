import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalRegression, predictiveScale } from "./normal-regression.ts";

// Growth of budget revenue, of GDP, and consumer prices, in 7 years.
const y = [28, 13.8, 9.5, 8.8, 13.2, 16.8, 9.1];
const x = [10.6, 8.7, 9.3, 7.5, 7.8, 7.6, 7.0];
const z = [5.4, 2.6, 2.6, 2.0, 1.6, 2.1, 2.9];
const ones = y.map(() => 1);
const flat = (n: number) => ({ coefficients: new Array<undefined>(n).fill(undefined) });

function posteriorOf(...args: Parameters<typeof normalRegression>) {
  const posterior = normalRegression(...args);
  if (posterior === undefined) throw new Error("There is no posterior.");
  return posterior;
}

function expectClose(found: readonly number[], expected: readonly number[], relative = 1e-10) {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThan(relative * Math.abs(value));
  }
}

describe("normalRegression without a prior is R's lm (R 4.2.2)", () => {
  it("lm(y ~ x)", () => {
    const posterior = posteriorOf([ones, x], y, flat(2));
    expect(posterior.df).toBe(5);
    expectClose(posterior.means, [-17.9661101083, 3.84551744886]);
    expectClose(posterior.standardErrors, [14.2362335541, 1.6871724081]);
    expectClose([posterior.residualSd], [5.199432563]);
    expectClose(posterior.correlation[1] ?? [], [-0.990426350169, 1]);
  });

  it("lm(y ~ x + z)", () => {
    const posterior = posteriorOf([ones, x, z], y, flat(3));
    expectClose(posterior.means, [-6.20594211245, 1.39542270297, 3.17757118039]);
    expectClose(posterior.standardErrors, [16.46782218955, 2.5331693269, 2.54661206043]);
    expectClose([posterior.residualSd], [4.93201129405]);
    expectClose(posterior.correlation[2] ?? [], [0.572327824534, -0.775150732712, 1]);
  });

  it("lm(y ~ x - 1)", () => {
    const posterior = posteriorOf([x], y, flat(1));
    expect(posterior.df).toBe(6);
    expectClose(posterior.means, [1.73669214872]);
    expectClose(posterior.standardErrors, [0.244132377098]);
    expectClose([posterior.residualSd], [5.45016988537]);
  });

  it("lm(y ~ 1), and predict(interval = 'prediction', level = 0.9)", () => {
    const posterior = posteriorOf([ones], y, flat(1));
    expectClose(posterior.means, [14.1714285714]);
    expectClose(posterior.standardErrors, [2.56168790019]);
    // qt(0.95, 6) = 1.943180280515
    const upper = 14.1714285714286 + 1.943180280515 * predictiveScale(posterior, [1]);
    expectClose([upper], [28.2508336766]);
  });
});

describe("normalRegression with a prior", () => {
  const belief = { mean: 1.1, sd: 0.3 };
  const residual = { sd: 4, weight: 3 };

  /**
   * The posterior integrated on a grid of 1 201 × 700 × 361 points in NumPy 1.24.2, from the densities alone:
   * y normal, a flat intercept, slope normal(1.1, 0.3 s/4) given s, 3 · 4²/s² chi-squared with 3 degrees.
   * Sd of a t distribution is scale · √(df/(df − 2)); the mean of s² is scale² · df/(df − 2).
   */
  it("is what integration gives", () => {
    const posterior = posteriorOf([ones, x], y, { coefficients: [undefined, belief], residual });
    expect(posterior.df).toBe(9);
    const widening = Math.sqrt(9 / 7);
    expectClose(posterior.means, [3.81447449, 1.23929365], 1e-3);
    expectClose(
      posterior.standardErrors.map((scale) => scale * widening),
      [4.29847428, 0.43725297],
      1e-3,
    );
    expectClose([posterior.correlation[0]?.[1] ?? 0], [-0.85011222], 1e-3);
    expectClose([(posterior.residualSd * widening) ** 2], [35.8666655], 1e-3);
  });

  it("of a mean has the textbook's closed form", () => {
    // Gelman et al., 3rd edition, section 3.3: κ₀ = (sd/prior sd)², μₙ, νₙσₙ² as given there.
    const prior = { coefficients: [{ mean: 10, sd: 2 }], residual };
    const posterior = posteriorOf([ones], y, prior);
    const [n, mean] = [7, y.reduce((a, b) => a + b) / 7];
    const squares = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const kappa = (4 / 2) ** 2;
    expect(posterior.df).toBe(10);
    expectClose(posterior.means, [(kappa * 10 + n * mean) / (kappa + n)]);
    const scale =
      (3 * 16 + squares + ((kappa * n) / (kappa + n)) * (mean - 10) ** 2) / posterior.df;
    expectClose([posterior.residualSd], [Math.sqrt(scale)]);
    expectClose(posterior.standardErrors, [Math.sqrt(scale / (kappa + n))]);
    expectClose([predictiveScale(posterior, [1])], [Math.sqrt(scale * (1 + 1 / (kappa + n)))]);
  });

  it("without data is the prior", () => {
    const posterior = posteriorOf([[]], [], { coefficients: [belief], residual });
    expect(posterior.df).toBe(3);
    expectClose(posterior.means, [1.1]);
    expectClose(posterior.standardErrors, [0.3]);
    expectClose([posterior.residualSd], [4]);
  });

  it("nears the prior as its sd shrinks, and least squares as it grows", () => {
    const slope = (sd: number) =>
      posteriorOf([ones, x], y, { coefficients: [undefined, { mean: 1.1, sd }], residual })
        .means[1] ?? 0;
    expect(slope(1e-6)).toBeCloseTo(1.1, 6);
    expect(slope(1e6)).toBeCloseTo(3.84551744886, 6);
    expect(slope(0.2)).toBeLessThan(slope(0.4));
  });
});

describe("normalRegression", () => {
  const value = fc.integer({ min: -50, max: 50 });
  const data = fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 30 });

  it("moves with the unit of y", () => {
    fc.assert(
      fc.property(data, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, unit) => {
        const columns = [rows.map(() => 1), rows.map(([a]) => a)];
        const one = normalRegression(
          columns,
          rows.map(([, b]) => b),
          flat(2),
        );
        const other = normalRegression(
          columns,
          rows.map(([, b]) => b * unit),
          flat(2),
        );
        fc.pre(one !== undefined && other !== undefined);
        const scale = Math.max(...one.means.map(Math.abs), one.residualSd, 1e-6);
        for (const [i, mean] of one.means.entries()) {
          expect(Math.abs((other.means[i] ?? 0) - mean * unit)).toBeLessThan(1e-5 * scale * unit);
        }
      }),
    );
  });

  it("refuses columns that follow from each other, and samples without degrees of freedom", () => {
    expect(normalRegression([ones, ones], y, flat(2))).toBeUndefined();
    expect(normalRegression([ones, x, x.map((a) => 3 - 2 * a)], y, flat(3))).toBeUndefined();
    expect(normalRegression([[1, 1]], [1, 2], flat(1))?.df).toBe(1);
    expect(normalRegression([[1]], [1], flat(1))).toBeUndefined();
  });
});
