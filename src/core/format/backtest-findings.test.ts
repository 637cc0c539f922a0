import { describe, expect, it } from "vitest";
import { buildDefinition, constant, normal } from "../../../test/support/build-definition.ts";
import type { Backtest } from "../backtest/backtest.ts";
import type { OriginCases } from "../backtest/backtest-case.ts";
import type { ScoreComparison } from "../backtest/compare-scores.ts";
import { summariseBacktest } from "../backtest/summarise-backtest.ts";
import { backtestFindings } from "./backtest-findings.ts";
import { verdictOf } from "./backtest-verdicts.ts";
import { formatBetter, scoreLines } from "./score-lines.ts";

const comparison = (change: Partial<ScoreComparison>): ScoreComparison => ({
  cases: 20,
  years: 8,
  model: 0.4,
  rival: 0.5,
  skill: 0.2,
  difference: -0.1,
  standardError: 0.04,
  better: 12,
  ...change,
});

/** An outcome at each place of its distribution, with a rival that is twice as bad. */
const origin = (year: number, integral: number): OriginCases => ({
  quantities: [
    {
      year,
      quantity: "growth",
      series: "growth",
      happened: 10 * integral,
      median: 5,
      intervals: [
        [2.5, 7.5],
        [1, 9],
        [0.5, 9.5],
      ],
      integral,
      crps: 1,
      pastValues: 9,
      spread: 2,
      rivals: { noChange: 2 },
      rise: { probability: 0.8, happened: true },
    },
  ],
  targets: [],
  leftOut: [],
});

const backtest: Backtest = {
  model: "test",
  origins: [2011, 2012, 2013, 2014, 2015],
  knownOn: "02-28",
  scored: [{ quantity: "growth", series: "growth" }],
  notScored: [],
  starts: [],
  changes: [],
  targets: [],
};

describe("verdictOf", () => {
  it("is clear beyond two standard errors of five years at least", () => {
    const verdict = (change: Partial<ScoreComparison>) => verdictOf(comparison(change)).en;
    expect(verdict({})).toBe("the model is clearly better");
    expect(verdict({ standardError: 0.06 })).toBe("the model is better, perhaps by chance");
    expect(verdict({ difference: 0.1 })).toBe("the model is clearly worse");
    expect(verdict({ difference: 0.07 })).toBe("the model is worse, perhaps by chance");
    expect(verdict({ difference: 0, standardError: 0 })).toBe("no difference");
    expect(verdict({ years: 4 })).toBe("4 years are too few to conclude anything");
    expect(verdict({ years: 1, standardError: Number.NaN })).toContain("1 year is too few");
  });
});

describe("backtestFindings", () => {
  const origins = [0.01, 0.3, 0.5, 0.7, 0.97].map((place, i) => origin(2011 + i, place));
  const summary = summariseBacktest(origins);

  it("sums up what the cases say", () => {
    // By hand: 0.3, 0.5, 0.7 lie within 50 and 80 and 90 %; scaled scores 1/2 against 2/2.
    expect(summary.coverage.map(({ covered }) => covered)).toEqual([3, 3, 3]);
    expect(summary.integrals).toEqual([1, 1, 1, 1, 1]);
    expect(summary.crps.noChange).toMatchObject({ model: 0.5, rival: 1, skill: 0.5, better: 5 });
    expect(summary.crps.pastMean).toBeUndefined();
    expect(summary.targets).toEqual({});
    // (0.8 − 1)² against 0.25.
    expect(summary.rises?.brier.model).toBeCloseTo(0.04, 12);
    expect(scoreLines(summary).map(({ id }) => id)).toEqual(["crps-no-change", "rises-half"]);
  });

  it("says every score in a sentence, with cases first and the caution last", () => {
    const inputs = { a: normal(0, 1), b: normal(0, 1), c: constant(1) };
    const findings = backtestFindings(buildDefinition({ inputs }), backtest, origins, summary);
    const english = findings.map(({ en }) => en);
    expect(english[0]).toBe(
      "In 5 years, on what was known then, the model foretold 5 outcomes of 1 quantity and 0 targets.",
    );
    // By hand: 0.6 is 0.3 below 0.9, and its standard error √(5/4 · 1.2)/5 = 0.245.
    expect(english[1]).toBe(
      "The 90% intervals held 3 of 5 outcomes (60%): not clearly off what they should hold.",
    );
    expect(english[2]).toContain("50% smaller than that of “as last year” (5 cases");
    expect(english.at(-2)).toContain("Of 2 uncertain inputs and parameters, 0 are estimated anew");
    expect(english.at(-1)).toContain("cannot prove the odds right");
    expect(findings.map(({ zh }) => zh).join("")).toContain("5 个结果中的 3 个（60%）");
  });

  it("counts ties half", () => {
    expect(formatBetter(comparison({ better: 12.5 }))).toBe("12.5/20");
    expect(formatBetter(comparison({}))).toBe("12/20");
  });
});
