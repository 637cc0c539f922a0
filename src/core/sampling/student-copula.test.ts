import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlateScores } from "./copula.ts";
import { inverseChiLaw } from "./laws/inverse-chi-law.ts";
import { scoreOf } from "./laws/normal-law.ts";
import { studentTLaw } from "./laws/student-t-law.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { fillFromScores } from "./score-table.ts";
import { joinTails, studentTables } from "./student-copula.ts";
import { fillNormalScores, streamKey } from "./threefry.ts";

const DFS = [1, 1.5, 2, 3, 5.5, 10, 34, 200, 1000] as const;

/** z′ of one score and one mixing score. */
function joined(df: number, z: number, mixing: number): number {
  const column = Float64Array.of(z);
  joinTails(studentTables(df), Float64Array.of(mixing), [column]);
  return column[0]!;
}

/** Two columns of scores joined by a t copula. */
function pairOf(df: number, r: number, draws: number): readonly [Float64Array, Float64Array] {
  const [x, y, mixing] = ["x", "y", "mixing"].map((name) => {
    const column = new Float64Array(draws);
    fillNormalScores(streamKey(5, `${name} ${df}`), 0, column);
    return column;
  }) as [Float64Array, Float64Array, Float64Array];
  correlateScores(Float64Array.of(1, 0, r, Math.sqrt(1 - r * r)), 2, [x, y]);
  joinTails(studentTables(df), mixing, [x, y]);
  return [x, y];
}

const share = (draws: number, holds: (i: number) => boolean): number => {
  let count = 0;
  for (let i = 0; i < draws; i++) if (holds(i)) count += 1;
  return count / draws;
};

describe("tables of a t copula", () => {
  it.each(DFS)("of %d degrees of freedom are within their bounds", (df) => {
    const factor = inverseChiLaw(df, 0.25);
    const law = studentTLaw(df, 0, 1);
    const { factor: table } = studentTables(df);
    const spread = factor.quantile(0.84, 0.16) - factor.quantile(0.16, 0.84);
    for (let z = -8.3; z <= 8.3; z += 0.0137) {
      const s = new Float64Array(1);
      fillFromScores(table, Float64Array.of(z), s);
      const exact = factor.quantile(normalCdf(z), normalCdf(-z));
      expect(Math.abs(s[0]! - exact)).toBeLessThan(4e-8 * Math.max(spread, exact));
      if (Math.abs(z) > (df < 2 ? 6 : 8.3)) continue;
      // With mixing score 0 the factor is its median: a score that leads to t is t over that.
      const t = law.quantile(normalCdf(z), normalCdf(-z));
      fillFromScores(table, Float64Array.of(0), s);
      expect(Math.abs(joined(df, t / (4 * s[0]!), 0) - z)).toBeLessThan(2e-8);
    }
  });

  // SciPy 1.17.1: norm.ppf(t.cdf(t, df)), and −norm.ppf(t.sf(t, df)) for t > 0.
  it.each([
    [1, 0.01, 0.00797866431406413],
    [1, 3.7, 1.3785143979241348],
    [1.5, -12, -2.364754439666827],
    [3, 1, 0.8578012508409573],
    [3, -12, -3.22836138683531],
    [7.5, 3.7, 2.7078683615906676],
    [40, -0.3, -0.2979638995707745],
    [40, -12, -7.770395057031073],
  ])("take t to the score of SciPy: df %d, t = %d", (df, t, score) => {
    const median = Math.sqrt(1 / inverseChiLaw(df, 1).quantile(0.5, 0.5) ** 2);
    expect(Math.abs(joined(df, t * median, 0) - score)).toBeLessThan(4e-8);
    const law = studentTLaw(df, 0, 1);
    expect(scoreOf(law.lower(t), law.upper(t))).toBeCloseTo(score, 12);
  });

  it("never fall in z but for rounding, are odd, and stay within 8.5 whatever comes", () => {
    const score = fc.oneof(
      fc.double({ min: -8.3, max: 8.3, noNaN: true }),
      fc.double({ min: -40, max: 40, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...DFS),
        score,
        fc.double({ min: 1e-12, max: 1, noNaN: true }),
        score,
        (df, z, step, mixing) => {
          const low = joined(df, z, mixing);
          expect(Math.abs(low)).toBeLessThanOrEqual(8.5);
          if (df < 2 && Math.abs(low) > 6) return;
          expect(joined(df, z + step, mixing) - low).toBeGreaterThan(-2e-8);
          expect(Math.abs(low + joined(df, -z, mixing))).toBeLessThan(4e-8);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("are refused below one degree of freedom and without end", () => {
    expect(() => studentTables(0.5)).toThrow("degrees of freedom from 1 on, not 0.5");
    expect(() => studentTables(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => studentTables(Number.NaN)).toThrow(RangeError);
  });
});

describe("scores joined by a t copula", () => {
  const draws = 1 << 19;

  // Probabilities of the standard normal distribution, within 4 standard errors.
  it.each([1, 3, 10])("keep normal margins: df %d", (df) => {
    for (const column of pairOf(df, 0.6, draws)) {
      for (const p of [1e-4, 0.01, 0.1, 0.3, 0.5, 0.8, 0.99, 0.9999]) {
        const line = normalQuantile(p);
        const found = share(draws, (i) => column[i]! <= line);
        expect(Math.abs(found - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
      }
    }
  });

  // Kendall's τ = 2/π · asin r for every elliptical copula (Lindskog, McNeil and Schmock 2003); from draws two by two.
  it.each([
    [1, 0.5],
    [3, -0.7],
    [20, 0.3],
  ])("have Kendall's τ = 2/π asin r: df %d, r = %d", (df, r) => {
    const [x, y] = pairOf(df, r, draws);
    const pairs = draws / 2;
    const concordant = share(
      pairs,
      (i) => (x[2 * i]! - x[2 * i + 1]!) * (y[2 * i]! - y[2 * i + 1]!) > 0,
    );
    const tau = (2 / Math.PI) * Math.asin(r);
    expect(Math.abs(2 * concordant - 1 - tau)).toBeLessThan(4 / Math.sqrt(pairs));
  });

  /** Within 4 standard errors: both beyond the score of probability p, above and below. */
  const expectJoint = (df: number, r: number, p: number, probability: number): void => {
    const [x, y] = pairOf(df, r, draws);
    const line = normalQuantile(1 - p);
    const error = 4 * Math.sqrt(probability / draws);
    for (const sign of [1, -1]) {
      const found = share(draws, (i) => sign * x[i]! > line && sign * y[i]! > line);
      expect(Math.abs(found - probability)).toBeLessThan(error);
    }
  };

  // λ = 2 t_{ν+1}(−√((ν+1)(1−r)/(1+r))) (Embrechts, McNeil and Straumann 2002): at r = 1/2, t₂(−√(2/3)) = 1/4 and
  // t₃(−1) = 1/2 − (√3/4 + π/6)/π. At p = 0.002 the share lies within 1 % of the limit for so few degrees of freedom.
  it.each([
    [1, 0.5],
    [2, 1 - 2 * (Math.sqrt(3) / 4 / Math.PI + 1 / 6)],
  ])("hit extremes together by the tail dependence: df %d", (df, lambda) => {
    expectJoint(df, 0.5, 0.002, lambda * 0.002);
  });

  // P(T₁ > q, T₂ > q), P(T > q) = p, by SciPy 1.17.1: the integral over t.pdf(x, df) times
  // t.sf((q − r·x)/sqrt((1 − r²)(df + x²)/(df + 1)), df + 1).
  it.each([
    [3, 0.5, 0.05, 0.018292973132966128],
    [3, -0.5, 0.05, 0.0019116267819257876],
    [5, 0.3, 0.01, 0.0016473288421309012],
    [10, 0.7, 0.01, 0.0033805027808138407],
  ])("hit both tails as often as SciPy says: df %d, r = %d, p = %d", (...numbers) => {
    expectJoint(...numbers);
  });
});
