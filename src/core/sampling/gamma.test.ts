import { describe, expect, it } from "vitest";
import { deviance, gammaFunctions, logGamma, stirlingError } from "./gamma.ts";

// Expected values: mpmath 1.3.0 at 60 digits.
const LOG_GAMMA: readonly [number, number][] = [
  [1e-5, 11.512919692895826],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [1.0, 0.0],
  [1.5, -0.12078223763524522],
  [2.0, 0.0],
  [3.7, 1.428072326665388],
  [11.9, 17.25847745059552],
  [12.1, 17.74700727079874],
  [100.0, 359.1342053695754],
  [1000000.0, 12815504.569147611],
];
/** a, x, P(a, x), Q(a, x) */
const INCOMPLETE: readonly [number, number, number, number][] = [
  [0.01, 1e-50, 0.3180323287762261, 0.6819676712237739],
  [0.01, 0.5, 0.9943732438060329, 0.0056267561939671844],
  [0.5, 1e-10, 0.000011283791670579, 0.9999887162083294],
  [0.5, 3.0, 0.9856941215645704, 0.01430587843542964],
  [1.0, 50.0, 1.0, 1.9287498479639178e-22],
  [2.5, 0.1, 0.0008861387888124426, 0.9991138612111875],
  [2.5, 10.0, 0.9987502694369687, 0.0012497305630313753],
  [30.0, 5.0, 2.8175176155779225e-14, 0.9999999999999718],
  [30.0, 31.0, 0.5953478209656109, 0.4046521790343891],
  [30.0, 90.0, 0.999999999999936, 6.3926569911375e-14],
  [1000.0, 900.0, 0.0005499022657117829, 0.9994500977342882],
  [1000.0, 1100.0, 0.99894067674607, 0.0010593232539299773],
];

describe("logGamma", () => {
  it.each(LOG_GAMMA)("at %d", (a, expected) => {
    const error = Math.abs(logGamma(a) - expected);
    expect(error).toBeLessThan(4e-15 * Math.max(1, Math.abs(expected)));
  });
});

describe("stirlingError", () => {
  // 1 − ½ ln 2π, since ln Γ(2) = 0; and the leading term 1/(12 a) for large a.
  it("has its known values", () => {
    expect(stirlingError(1)).toBeCloseTo(1 - 0.9189385332046728, 15);
    expect(stirlingError(1e8) * 12e8).toBeCloseTo(1, 14);
  });
});

describe("deviance", () => {
  // a = 1e6, x = 1e6 + 1: δ²/2a − δ³/6a² + δ⁴/12a³ for δ = 1… as a ln(a/x) + x − a = δ²/2a − δ³/3a² + ….
  it("does not cancel near equality", () => {
    const series = 1 / 2e6 - 1 / 3e12 + 1 / 4e18;
    expect(Math.abs(deviance(1e6, 1e6 + 1) / series - 1)).toBeLessThan(1e-14);
    expect(deviance(3, 3)).toBe(0);
  });

  it("joins its two formulas", () => {
    // Both sides of |v| = 0.1, where the plain formula is still good.
    for (const x of [81.9, 81.7]) {
      const plain = 100 * Math.log(100 / x) + x - 100;
      expect(Math.abs(deviance(100, x) / plain - 1)).toBeLessThan(1e-12);
    }
  });
});

describe("gammaFunctions", () => {
  it.each(INCOMPLETE)("P and Q of shape %d at %d", (a, x, p, q) => {
    const { lower, upper } = gammaFunctions(a);
    expect(Math.abs(lower(x) / p - 1)).toBeLessThan(2e-13);
    expect(Math.abs(upper(x) / q - 1)).toBeLessThan(2e-13);
  });

  // Closed forms: shape 1 is the exponential distribution.
  it("is exponential for shape 1", () => {
    const { lower, upper, density } = gammaFunctions(1);
    for (const x of [0.001, 0.5, 1.9, 2.1, 30]) {
      expect(Math.abs(density(x) / Math.exp(-x) - 1)).toBeLessThan(1e-14);
      expect(Math.abs(upper(x) / Math.exp(-x) - 1)).toBeLessThan(1e-14);
      expect(Math.abs(lower(x) / -Math.expm1(-x) - 1)).toBeLessThan(1e-14);
    }
  });
});
