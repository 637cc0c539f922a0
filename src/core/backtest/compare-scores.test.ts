import { describe, expect, it } from "vitest";
import { createNormals } from "../../../test/support/random-numbers.ts";
import { compareScores, type ScorePair } from "./compare-scores.ts";
import { reliabilityClasses } from "./reliability.ts";
import { baseRate, noChangeRival, pastMeanRival } from "./rivals.ts";

describe("compareScores", () => {
  it("gives means, skill, and a standard error by years", () => {
    const pairs: readonly ScorePair[] = [
      { year: 2012, model: 1, rival: 2 },
      { year: 2012, model: 2, rival: 2 },
      { year: 2013, model: 3, rival: 1 },
    ];
    // By hand: d = −1, 0, 2; mean 1/3; sums of deviations by year −5/3 and 5/3; √(2 · 50/9)/3.
    expect(compareScores(pairs)).toEqual({
      cases: 3,
      years: 2,
      model: 2,
      rival: 5 / 3,
      skill: expect.closeTo(1 - 6 / 5, 12),
      difference: expect.closeTo(1 / 3, 12),
      standardError: expect.closeTo(Math.sqrt(100 / 9) / 3, 12),
      better: 1.5,
    });
    expect(compareScores([])).toBeUndefined();
    expect(compareScores(pairs.slice(0, 2))?.standardError).toBeNaN();
  });

  it("has the standard error that repeated backtests show, where years share a shock", () => {
    const draw = createNormals(5);
    const runs = Array.from({ length: 2000 }, () => {
      const pairs: ScorePair[] = [];
      for (let year = 0; year < 12; year++) {
        const shared = draw();
        for (let i = 0; i < 4; i++) pairs.push({ year, model: shared + 0.5 * draw(), rival: 0 });
      }
      return compareScores(pairs)!;
    });
    const spread = Math.sqrt(runs.reduce((sum, run) => sum + run.difference ** 2, 0) / runs.length);
    const stated = runs.reduce((sum, run) => sum + run.standardError, 0) / runs.length;
    // An estimated standard error of 12 clusters is 2.2 % too small on average (√ of a χ²₁₁ mean).
    expect(stated / spread).toBeGreaterThan(0.93);
    expect(stated / spread).toBeLessThan(1.03);
  });
});

describe("reliabilityClasses", () => {
  it("counts each forecast once, by probability", () => {
    const forecasts = [0, 0.1, 0.55, 0.59, 1].map((probability, i) => ({
      probability,
      happened: i > 1,
    }));
    const classes = reliabilityClasses(forecasts, 5);
    expect(classes.map(({ from, cases, hits }) => [from, cases, hits])).toEqual([
      [0, 2, 0],
      [0.4, 2, 2],
      [0.8, 1, 1],
    ]);
    expect(classes[1]?.meanProbability).toBeCloseTo(0.57, 12);
  });
});

describe("rivals", () => {
  // Growth of Jiaxing's product 2011-14; NumPy 2: mean and std(ddof=1) · √(1 + 1/4).
  const values = [10.6, 8.7, 9.3, 7.5].map((value, i) => ({ year: 2011 + i, value }));

  it("are Student's t about last value and past mean", () => {
    expect(pastMeanRival(values)).toEqual({
      kind: "student_t",
      df: 3,
      location: expect.closeTo(9.025, 12),
      scale: expect.closeTo(1.4415703243338494, 10),
    });
    // By hand: changes −1.9, 0.6, −1.8.
    const perYear = (1.9 ** 2 + 0.6 ** 2 + 1.8 ** 2) / 3;
    const next = { kind: "student_t", df: 3, location: 7.5 };
    expect(noChangeRival(values, 2015)).toEqual({
      ...next,
      scale: expect.closeTo(Math.sqrt(perYear), 12),
    });
    expect(noChangeRival(values, 2017)).toEqual({
      ...next,
      scale: expect.closeTo(Math.sqrt(3 * perYear), 12),
    });
  });

  it("count a change over several years by its variance per year", () => {
    const gap = [values[0]!, values[1]!, { year: 2016, value: 4.7 }];
    const perYear = (1.9 ** 2 + 4 ** 2 / 4) / 2;
    expect(noChangeRival(gap, 2017)).toMatchObject({
      df: 2,
      scale: expect.closeTo(Math.sqrt(perYear), 12),
    });
  });

  it("are silent where the past has no spread or too few values", () => {
    const flat = values.map(({ year }) => ({ year, value: 5 }));
    for (const rival of [noChangeRival, pastMeanRival]) {
      expect(rival(values.slice(0, 2), 2015)).toBeUndefined();
      expect(rival(flat, 2015)).toBeUndefined();
    }
    expect([baseRate(0, 0), baseRate(3, 3), baseRate(8, 10)]).toEqual([0.5, 0.8, 0.75]);
  });
});
