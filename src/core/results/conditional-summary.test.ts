import { describe, expect, it } from "vitest";
import { OBSERVED_MODEL, weighModel } from "../../../test/support/observed-model.ts";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { normalCdf } from "../sampling/normal.ts";
import { pointSet, SAMPLING_METHODS } from "../sampling/sampling-method.ts";
import { type ConditionalSummary, summariseWeighted } from "./conditional-summary.ts";
import { tallyQuantiles } from "./tally-quantile.ts";
import type { Observation } from "./weighted-tally.ts";

const DRAWS = 65_536;
const Y = 2;
/** y = 3.5 with an error of 0.5. */
const READING: Observation = { column: Y, value: 3.5, sd: 0.5 };

const summaryOf = (
  observations: readonly Observation[],
  method: (typeof SAMPLING_METHODS)[number],
  seed = 1,
  draws = DRAWS,
): ConditionalSummary => {
  const found = summariseWeighted(
    weighModel({ observations, sets: [[0, 1]] }, { draws, seed, method }),
  );
  if (found === undefined) throw new Error("There is nothing left.");
  return found;
};

/**
 * The conjugate normal model: given a reading v of y = x + e with error s, x is normal with precision
 * 1/4 + 1/(1 + s²) and mean (1/4 + v/(1 + s²)) / precision (Gelman and others 2013, Bayesian Data Analysis, 2.5).
 */
const PRECISION = 1 / 4 + 1 / 1.25;
const MEAN = (1 / 4 + READING.value / 1.25) / PRECISION;
const SD = 1 / Math.sqrt(PRECISION);

describe.each(SAMPLING_METHODS)("what a reading says of a normal model, %s", (method) => {
  const summary = summaryOf([READING], method);

  it("is the conjugate posterior", () => {
    const [x] = summary.events;
    const truth = 1 - normalCdf((2 - MEAN) / SD);
    expect(Math.abs(x!.after.probability - truth)).toBeLessThan(4 * x!.after.standardError);
    const prior = 1 - normalCdf(0.5);
    expect(Math.abs(x!.before.probability - prior)).toBeLessThan(4 * x!.before.standardError);
    expect(Math.abs(x!.change.difference - (truth - prior))).toBeLessThan(
      4 * x!.change.standardError,
    );
    const { mean, m2, count } = summary.columns[0]!.after;
    // No sampling method is worse than independent draws of the effective number.
    const error = SD / Math.sqrt(summary.effectiveDraws);
    expect(Math.abs(mean - MEAN)).toBeLessThan(4 * error);
    expect(Math.abs(Math.sqrt(m2 / count) - SD)).toBeLessThan(4 * error);
    const [p10, p50, p90] = tallyQuantiles(summary.columns[0]!.after, [0.1, 0.5, 0.9]);
    // z of 90 %: SciPy 1.17.1, norm.ppf(0.9). Errors of quantiles: √(p (1 − p)) / density.
    const z = 1.2815515655446004;
    expect(Math.abs(p50! - MEAN)).toBeLessThan(4 * 1.2533 * error);
    expect(Math.abs(p10! - (MEAN - z * SD))).toBeLessThan(4 * 1.71 * error);
    expect(Math.abs(p90! - (MEAN + z * SD))).toBeLessThan(4 * 1.71 * error);
  });

  it("has the effective number of draws of the closed form", () => {
    // Kish's share is (E w)² / E w², for w = exp(−(y − v)² / (2 s²)) and y ~ N(1, 5): with
    // E exp(−(y − v)² / (2 t)) = √(t / (5 + t)) · exp(−(1 − v)² / (2 (5 + t))), t = s² and t = s² / 2.
    const expected = (t: number) =>
      Math.sqrt(t / (5 + t)) * Math.exp(-((1 - READING.value) ** 2) / (2 * (5 + t)));
    const share = expected(0.25) ** 2 / expected(0.125);
    expect(summary.effectiveDraws / DRAWS / share).toBeCloseTo(1, 1);
  });

  it("leaves shares that sum to 1", () => {
    const { before, after } = summary.hitCount;
    expect(before.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(after.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    // Both hit, as the set of both says.
    expect(after[2]).toBeCloseTo(summary.events[2]!.after.probability, 12);
  });
});

it("agrees with rejection: draws kept with a chance of their likelihood", () => {
  const [registerOfX, registerOfY] = [0, Y].map((c) => OBSERVED_MODEL.columns[c]!.register);
  const kernel = createInterpreter(OBSERVED_MODEL, 9, pointSet("monte-carlo", 400_000));
  const [x, y] = kernel.columns(0, 400_000, [registerOfX!, registerOfY!]);
  const uniform = createUniforms(5);
  const second: Observation = { column: 0, value: 0.5, sd: 1 };
  let [kept, both] = [0, 0];
  x!.forEach((value, draw) => {
    const score = (y![draw]! - READING.value) / READING.sd;
    const other = (value - second.value) / second.sd;
    if (uniform() >= Math.exp(-0.5 * (score * score + other * other))) return;
    kept += 1;
    if (value >= 2 && y![draw]! >= 2) both += 1;
  });
  const rejected = both / kept;
  const { after } = summaryOf([READING, second], "sobol").events[2]!;
  const error = Math.sqrt((rejected * (1 - rejected)) / kept + after.standardError ** 2);
  expect(kept).toBeGreaterThan(5_000);
  expect(Math.abs(after.probability - rejected)).toBeLessThan(4 * error);
});

describe.each(SAMPLING_METHODS)("standard errors under weights, %s", (method) => {
  it("are those of repeated runs", () => {
    const truth = 1 - normalCdf((2 - MEAN) / SD);
    const change = truth - (1 - normalCdf(0.5));
    const seeds = 60;
    let [scores, changes] = [0, 0];
    for (let seed = 1; seed <= seeds; seed++) {
      const [x] = summaryOf([READING], method, seed, 4_096).events;
      scores += ((x!.after.probability - truth) / x!.after.standardError) ** 2;
      changes += ((x!.change.difference - change) / x!.change.standardError) ** 2;
    }
    // Mean squares of t with 15 degrees of freedom have mean 15/13, and over 60 runs a standard deviation of
    // 0.26; of normal scores 1 and 0.18. Errors that do not count as less than √2 draws may be too large.
    for (const mean of [scores / seeds, changes / seeds]) {
      expect(mean).toBeGreaterThan(0.3);
      expect(mean).toBeLessThan(15 / 13 + 4 * 0.26);
    }
  });
});

describe("observations at the edge", () => {
  it("far from every draw leave one draw, and say how far it is", () => {
    const summary = summaryOf([{ column: 0, value: 200, sd: 0.1 }], "sobol");
    expect(summary.effectiveDraws).toBeLessThan(1.01);
    // The highest of 65,536 draws of N(1, 2²) lies near 1 + 2 · 4.3.
    expect(summary.nearest).toBeGreaterThan((200 - 12) / 0.1);
    const [low, high] = summary.events[1]!.after.interval95;
    expect(high - low).toBeGreaterThan(0.5);
  });

  it("that say nothing change nothing", () => {
    const summary = summaryOf([], "sobol");
    expect(summary.effectiveDraws).toBe(DRAWS);
    for (const { before, after, change } of summary.events) {
      expect(after.probability).toBe(before.probability);
      expect(after.standardError).toBeCloseTo(before.standardError, 12);
      expect(change.difference).toBe(0);
    }
  });

  it("that no draw could show leave nothing", () => {
    const task = { observations: [{ column: 0, value: Number.NaN, sd: 1 }], sets: [] };
    const tally = weighModel(task, { draws: 1_000, seed: 1, method: "sobol" });
    expect(summariseWeighted(tally)).toBeUndefined();
  });
});
