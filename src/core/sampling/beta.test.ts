import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaFunctions } from "./beta.ts";

/** a, b, x, I_x(a, b), 1 − I_x(a, b): mpmath 1.3.0 `betainc` at 40 digits. */
const INCOMPLETE: readonly [number, number, number, number, number][] = [
  [0.05, 3.0, 1e-20, 0.10762499999999998, 0.892375],
  [0.05, 3.0, 0.7, 0.9993799391881744, 0.000620060811825601],
  [0.5, 0.5, 0.001, 0.020135041633377492, 0.9798649583666225],
  [0.5, 0.5, 0.5, 0.5, 0.5],
  [2.0, 5.0, 0.01, 0.001460447605, 0.998539552395],
  [2.0, 5.0, 0.9, 0.999945, 0.00005499999999999994],
  [30.0, 2.0, 0.5, 1.4901161193847656e-8, 0.9999999850988388],
  [300.0, 700.0, 0.2, 3.328240872606518e-14, 0.9999999999999667],
  [300.0, 700.0, 0.4, 0.9999999999765105, 2.348949551511577e-11],
  [12.5, 1.5, 0.96875, 0.847243602058213, 0.152756397941787],
];

describe("betaFunctions", () => {
  it.each(INCOMPLETE)("both tails of (%d, %d) at %d", (a, b, x, p, q) => {
    const { lower, upper } = betaFunctions(a, b);
    expect(Math.abs(lower(x, 1 - x) / p - 1)).toBeLessThan(2e-13);
    expect(Math.abs(upper(x, 1 - x) / q - 1)).toBeLessThan(2e-13);
  });

  // Closed form: I_x(1, b) = 1 − (1 − x)^b.
  it("keeps its accuracy at both ends", () => {
    const { lower, upper } = betaFunctions(1, 3);
    expect(Math.abs(lower(1e-200, 1) / 3e-200 - 1)).toBeLessThan(1e-13);
    expect(Math.abs(upper(1, 1e-60) / 1e-180 - 1)).toBeLessThan(1e-13);
    expect([lower(0, 1), lower(1, 0), upper(0, 1), upper(1, 0)]).toEqual([0, 1, 1, 0]);
  });

  // Closed form: density of (2, 2) is 6 x (1 − x).
  it("gives the density", () => {
    const { power } = betaFunctions(2, 2);
    for (const x of [0.001, 0.25, 0.9]) {
      const y = 1 - x;
      expect(Math.abs(power(x, y) / (6 * x * x * y * y) - 1)).toBeLessThan(1e-14);
    }
  });

  it("gives the same, bit for bit, whatever it was asked before", () => {
    const x = fc.constantFrom(0, 1e-9, 0.2, 0.25, 0.7, 1);
    const name = fc.constantFrom("power", "lower", "upper");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, x, x), { minLength: 2 }), (asked) => {
        const asOne = betaFunctions(2.5, 0.5);
        for (const [which, a, b] of asked) {
          expect(asOne[which](a, b)).toBe(betaFunctions(2.5, 0.5)[which](a, b));
        }
      }),
    );
  });
});
