import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, expm1, log, log1p, pow, productTail } from "./math.ts";
import { ulpDistance } from "./ulp-distance.ts";

// Expected values: mpmath 1.3.0 at 60 digits, rounded to the nearest double.
const EXP: readonly [number, number][] = [
  [1e-300, 1.0],
  [1e-17, 1.0],
  [0.1, 1.1051709180756477],
  [0.3466, 1.4142509118505286],
  [0.3465735902799727, Math.SQRT2],
  [1.0, Math.E],
  [-1.0, 0.36787944117144233],
  [2.5, 12.182493960703473],
  [-0.75, 0.4723665527410147],
  [10.1, 24343.00942440838],
  [-20.7, 1.0235385977594162e-9],
  [88.72, 3.39317637416317e38],
  [-87.3, 1.2192470959520051e-38],
  [345.6, 1.2364397133326717e150],
  [-345.6, 8.087737632630891e-151],
  [709.7, 1.6549840276802644e308],
  [-708.3, 2.450295530965988e-308],
  [-720.25, 1.5827029403e-313],
  [-744.4, 5e-324],
];
const LOG: readonly [number, number][] = [
  [5e-324, -744.4400719213812],
  [2e-310, -713.1082316475943],
  [1e-300, -690.7755278982137],
  [1e-5, -11.512925464970229],
  [0.1, -Math.LN10],
  [0.5, -Math.LN2],
  [0.7071067811865475, -0.34657359027997275],
  [Math.SQRT1_2, -0.3465735902799726],
  [0.99, -0.01005033585350145],
  [0.9999999999999999, -1.1102230246251565e-16],
  [1.0000000000000002, 2.2204460492503128e-16],
  [1.01, 0.009950330853168092],
  [Math.SQRT2, 0.3465735902799727],
  [2.0, Math.LN2],
  [10.0, Math.LN10],
  [12345.678, 9.421061321291832],
  [1000000000000000, 34.538776394910684],
  [1.7976931348623157e308, 709.782712893384],
];
const POW: readonly [number, number, number][] = [
  [1.0000000000000002, 1000000000000000, 1.2486270715390861],
  [0.9999999999999999, 1e17, 0.000015078657172714957],
  [1.0001, 7000000.0, 9.793502502952126e303],
  [0.5, 1074.0, 5e-324],
  [0.5, 1021.5, 3.1467296279827175e-308],
  [2.0, 1023.9, 1.6773070034857416e308],
  [10.0, 308.0, 1e308],
  [10.0, -308.0, 1e-308],
  [10.0, -310.0, 1e-310],
  [1.5, 0.3333333333333333, 1.1447142425533319],
  [3.0, 5.0, 243.0],
  [1.08, 14.0, 2.937193624257659],
  [1.06, 0.25, 1.0146738461686593],
  [1e-310, 0.3, 1.000000000000007e-93],
  [1e300, 1.02, 1.0000000000000123e306],
  [123.456, -7.89, 3.1475216724926214e-17],
  [0.7, 1900.0, 4.855970358554836e-295],
  [Math.SQRT2, 2000.0, 1.071508607186414e301],
  [0.1, 1e-10, 0.9999999997697415],
  [7.0, 1e-300, 1.0],
];
const EXPM1: readonly [number, number][] = [
  [1e-300, 1e-300],
  [-1e-10, -9.999999999500001e-11],
  [1e-5, 0.000010000050000166668],
  [-0.01, -0.009950166250831947],
  [0.1, 0.10517091807564763],
  [-0.3, -0.2591817793182821],
  [0.33, 0.39096812846378026],
  [0.35, 0.41906754859325723],
  [-0.35, -0.29531191028128656],
  [-2.0, -0.8646647167633873],
  [5.0, 147.4131591025766],
  [-40.0, -1.0],
];
const LOG1P: readonly [number, number][] = [
  [1e-300, 1e-300],
  [-1e-10, -1.00000000005e-10],
  [1e-5, 0.000009999950000333332],
  [-0.01, -0.010050335853501442],
  [0.1, 0.09531017980432487],
  [-0.3, -0.35667494393873234],
  [0.5, 0.4054651081081644],
  [-0.9, -Math.LN10],
  [-0.9999999999999999, -36.7368005696771],
  [2.5, 1.252762968495368],
  [10000000000.0, 23.025850930040455],
  [1e300, 690.7755278982137],
];

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  2,
  -2,
  3,
  -3,
  0.5,
  -0.5,
  1.5,
  -1.5,
  Infinity,
  -Infinity,
  Number.NaN,
  5e-324,
  -5e-324,
  1e-320,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  4503599627370498,
];

describe("exp", () => {
  it.each(EXP)("of %d is within 1 ulp", (x, expected) => {
    expect(ulpDistance(exp(x), expected)).toBeLessThanOrEqual(1);
  });

  // Math.exp is itself within 1 ulp in V8.
  it("stays within 2 ulp of the engine's over its whole range", () => {
    fc.assert(
      fc.property(fc.double({ min: -745, max: 709.7, noNaN: true }), (x) => {
        expect(ulpDistance(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it("is exact at the ends", () => {
    expect([0, -0, Infinity, -Infinity, 710, -746].map(exp)).toEqual([
      1,
      1,
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
    // ln of the largest double, and of half the smallest: mpmath.
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(-745.133219101941)).toBe(5e-324);
  });
});

describe("log", () => {
  it.each(LOG)("of %d is within 1 ulp", (x, expected) => {
    expect(ulpDistance(log(x), expected)).toBeLessThanOrEqual(1);
  });

  it("stays within 2 ulp of the engine's over its whole range", () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(ulpDistance(log(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it("is exact at the ends", () => {
    expect([0, -0, 1, Infinity].map(log)).toEqual([-Infinity, -Infinity, 0, Infinity]);
    expect([-1, -Infinity, Number.NaN].map(log)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe("pow", () => {
  it.each(POW)("of %d to the %d is within 1 ulp", (x, y, expected) => {
    expect(ulpDistance(pow(x, y), expected)).toBeLessThanOrEqual(1);
  });

  // ECMA-262, Number::exponentiate.
  it("treats special cases as the language does", () => {
    for (const x of SPECIAL) {
      for (const y of SPECIAL) {
        expect(ulpDistance(pow(x, y), x ** y), `${x} ** ${y}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it("stays within 2 ulp of the engine's", () => {
    const base = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(base, fc.double({ min: -30, max: 30, noNaN: true }), (x, y) => {
        expect(ulpDistance(pow(x, y), x ** y)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });
});

describe("expm1 and log1p", () => {
  it.each(EXPM1)("expm1 of %d is within 4 ulp", (x, expected) => {
    expect(ulpDistance(expm1(x), expected)).toBeLessThanOrEqual(4);
  });

  it.each(LOG1P)("log1p of %d is within 2 ulp", (x, expected) => {
    expect(ulpDistance(log1p(x), expected)).toBeLessThanOrEqual(2);
  });

  it("have the right ends", () => {
    expect([-Infinity, Infinity].map(expm1)).toEqual([-1, Infinity]);
    expect([-1, Infinity].map(log1p)).toEqual([-Infinity, Infinity]);
    expect(log1p(-1.5)).toBeNaN();
  });
});

describe("productTail", () => {
  // Brute force in whole numbers: both factors have at most 53 bits, BigInt multiplies exactly.
  it("is what rounding the product lost", () => {
    const whole = fc.maxSafeInteger();
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const lost = BigInt(a) * BigInt(b) - BigInt(a * b);
        expect(BigInt(productTail(a, b, a * b))).toBe(lost);
      }),
    );
  });
});
