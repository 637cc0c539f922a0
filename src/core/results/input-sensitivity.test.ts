import { describe, expect, it } from "vitest";
import { createNormals, createUniforms } from "../../../test/support/random-numbers.ts";
import {
  columnDriver,
  columnSensitivity,
  type TargetColumns,
} from "../../../test/support/sensitivity-columns.ts";
import { normalCdf, normalDensity, normalQuantile } from "../sampling/normal.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import type { Estimate } from "./sensitivity.ts";
import type { ProbabilityEstimate } from "./summary.ts";

const DRAWS = 16_384;

/** x and y standard normal with a correlation. */
function normalPair(seed: number, correlation: number, draws = DRAWS) {
  const normal = createNormals(seed);
  const x = Float64Array.from({ length: draws }, normal);
  const rest = Math.sqrt(1 - correlation * correlation);
  return { x, y: x.map((value) => correlation * value + rest * normal()) };
}

/** Distance from the truth in standard errors. */
const distance = ({ value, standardError }: Estimate, truth: number): number =>
  Math.abs(value - truth) / standardError;

/** E[g(x)] over x ~ N(0, 1) up to `end`, by Simpson's rule. */
function normalIntegral(g: (x: number) => number, end: number): number {
  const [from, steps] = [-9, 4_000];
  const width = (end - from) / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const x = from + k * width;
    sum += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * normalDensity(x) * g(x);
  }
  return (sum * width) / 3;
}

/** P(y ≥ t | x) = Φ((r x − t)/√(1 − r²)). */
const hitGiven = (r: number, t: number) => (x: number) =>
  normalCdf((r * x - t) / Math.sqrt(1 - r * r));

/** P(y ≥ t) in the low fifth of x, and in the high one, which mirrors it. */
const exactLow = (r: number, t: number): number =>
  normalIntegral(hitGiven(r, t), normalQuantile(0.2)) / 0.2;
const exactHigh = (r: number, t: number): number => exactLow(-r, t);

/** Var(P(y ≥ t | x)) / (p (1 − p)). */
function exactHitIndex(r: number, t: number): number {
  const p = normalCdf(-t);
  const square = normalIntegral((x) => hitGiven(r, t)(x) ** 2, 9);
  return (square - p * p) / (p * (1 - p));
}

describe("a linear model of normals", () => {
  it.each([-0.9, -0.3, 0, 0.2, 0.5, 0.8, 0.99])("with correlation %d has the closed forms", (r) => {
    const { x, y } = normalPair(17, r);
    const driver = columnDriver(x, y, 0.5);
    // Pearson (1907): ρ_S = 6/π asin(ρ/2); its error is at most 1/√n.
    expect(Math.abs(driver.rankCorrelation - (6 / Math.PI) * Math.asin(r / 2))).toBeLessThan(
      4 / Math.sqrt(DRAWS),
    );
    // Var(E[y | x]) / Var(y) = ρ².
    expect(distance(driver.valueIndex, r * r)).toBeLessThan(4);
  });

  it.each([-0.6, 0.3, 0.8])("with correlation %d has the exact conditional probabilities", (r) => {
    const { x, y } = normalPair(5, r);
    const { low, high, change, hitIndex } = columnDriver(x, y, 0.5);
    const [expectedLow, expectedHigh] = [exactLow(r, 0.5), exactHigh(r, 0.5)];
    expect(Math.abs(low.probability - expectedLow)).toBeLessThan(4 * low.standardError);
    expect(Math.abs(high.probability - expectedHigh)).toBeLessThan(4 * high.standardError);
    expect(distance(change, expectedHigh - expectedLow)).toBeLessThan(4);
    expect(distance(hitIndex, exactHitIndex(r, 0.5))).toBeLessThan(4);
  });

  it("with correlated inputs has their squared correlations with the output as indices", () => {
    // y = a + 2 b − c with cor(a, b) = 0.7, c independent: Var y = 1 + 4 + 1 + 2·2·0.7 = 8.8;
    // cov(a, y) = 1 + 1.4, cov(b, y) = 0.7 + 2, cov(c, y) = −1.
    const { x: a, y: b } = normalPair(23, 0.7);
    const normal = createNormals(29);
    const c = a.map(() => normal());
    const y = a.map((value, draw) => value + 2 * b[draw]! - c[draw]!);
    for (const [input, covariance] of [
      [a, 2.4],
      [b, 2.7],
      [c, -1],
    ] as const) {
      const { valueIndex } = columnDriver(input, y);
      expect(distance(valueIndex, (covariance * covariance) / 8.8)).toBeLessThan(4);
    }
  });
});

describe("the function of Ishigami and Homma", () => {
  // Saltelli et al. (2008), Global Sensitivity Analysis: The Primer: a = 7, b = 0.1.
  const uniform = createUniforms(41);
  const angle = (): number => Math.PI * (2 * uniform() - 1);
  const inputs = [0, 1, 2].map(() => Float64Array.from({ length: DRAWS }, angle));
  const [x1, x2, x3] = inputs as [Float64Array, Float64Array, Float64Array];
  const y = x1.map(
    (one, k) => Math.sin(one) + 7 * Math.sin(x2[k]!) ** 2 + 0.1 * x3[k]! ** 4 * Math.sin(one),
  );

  it.each([
    [0, 0.3139],
    [1, 0.4424],
    [2, 0],
  ])("has the published first-order index of input %d: %d", (input, published) => {
    const { valueIndex } = columnDriver(inputs[input]!, y);
    expect(distance(valueIndex, published)).toBeLessThan(4);
    expect(valueIndex.standardError).toBeLessThan(0.01);
  });

  it("shows that ranks miss what is not monotone", () => {
    expect(Math.abs(columnDriver(x2, y).rankCorrelation)).toBeLessThan(4 / Math.sqrt(DRAWS));
  });
});

describe("standard errors", () => {
  const SEEDS = 200;
  /** 200 intervals of 95 %: their share that holds the truth has a standard error of 0.0154. */
  const expectHonest = (inside: readonly boolean[]): void => {
    const share = inside.filter(Boolean).length / SEEDS;
    expect(share).toBeGreaterThan(0.95 - 4 * 0.0154);
  };

  it.each([0, 0.3, 0.7, 0.95])("cover the truth 95 times in 100 with correlation %d", (r) => {
    const drivers = Array.from({ length: SEEDS }, (_, k) => {
      const { x, y } = normalPair(Math.imul(k + 1, 2_654_435_761), r, 4_096);
      return columnDriver(x, y, 0.5);
    });
    const [low, high] = [exactLow(r, 0.5), exactHigh(r, 0.5)];
    const holds = ({ interval95 }: ProbabilityEstimate, truth: number): boolean =>
      interval95[0] <= truth && truth <= interval95[1];
    const isNear = (estimate: Estimate, truth: number) => distance(estimate, truth) < 1.96;
    expectHonest(drivers.map((driver) => holds(driver.low, low)));
    expectHonest(drivers.map((driver) => holds(driver.high, high)));
    expectHonest(drivers.map(({ change }) => isNear(change, high - low)));
    expectHonest(drivers.map(({ valueIndex }) => isNear(valueIndex, r * r)));
    expectHonest(drivers.map(({ hitIndex }) => isNear(hitIndex, exactHitIndex(r, 0.5))));
  });
  // The indices' errors are no wider than they need be either: as large as their spread over seeds.
  it.each([0.3, 0.7, 0.95])("are as large as the spread over seeds with correlation %d", (r) => {
    const estimates = Array.from({ length: SEEDS }, (_, k) => {
      const { x, y } = normalPair(Math.imul(k + 1, 2_654_435_761), r, 4_096);
      return columnDriver(x, y, 0.5).valueIndex;
    });
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / SEEDS;
    const middle = mean(estimates.map(({ value }) => value));
    const spread = Math.sqrt(mean(estimates.map(({ value }) => (value - middle) ** 2)));
    const stated = mean(estimates.map(({ standardError }) => standardError));
    // A standard deviation over 200 seeds is itself known to 1/√400 = 5 %: within four times that.
    expect(stated / spread).toBeGreaterThan(0.8);
    expect(stated / spread).toBeLessThan(1.25);
  });
});

describe("a discrete input", () => {
  const uniform = createUniforms(7);
  const x = Float64Array.from({ length: 3_000 }, () => Math.floor(4 * uniform() ** 2));
  const y = x.map((value) => value * value + 3 * uniform());

  it("has the probabilities, correlation and index of brute force", () => {
    const hit = y.map((value) => (value >= 2 ? 1 : 0));
    const result = columnSensitivity(x, [{ values: y, hit }]);
    const shareOf = (value: number) => x.filter((each) => each === value).length / x.length;
    // P(x = 0) = P(u < 1/2) = 1/2: the least that the low fifth can be; P(x = 3) = 1 − √(3/4) = 0.134,
    // which is nearer to a fifth than P(x ≥ 2) = 0.293 is.
    expect(result?.low).toEqual({ share: shareOf(0), bound: 0 });
    expect(result?.high.bound).toBe(3);
    expect(result?.high.share).toBeCloseTo(shareOf(3), 12);
    const [driver] = result?.targets ?? [];
    const hitShare = (value: number): number => {
      const draws = hit.filter((_, draw) => x[draw] === value);
      return draws.reduce((sum, each) => sum + each, 0) / draws.length;
    };
    expect(driver?.low.probability).toBeCloseTo(hitShare(0), 12);
    expect(driver?.high.probability).toBeCloseTo(hitShare(3), 12);
    expect(driver?.rankCorrelation).toBeCloseTo(rankCorrelation(x, y), 12);
    // Values are summed in single precision.
    expect(driver?.valueIndex.value).toBeCloseTo(correctedRatio(x, y), 6);
    expect(driver?.hitIndex.value).toBeCloseTo(correctedRatio(x, hit), 9);
  });

  it("of two values has the binomial error of each, and of their difference", () => {
    const coin = x.map((value) => (value > 0 ? 1 : 0));
    const { low, high, change } = columnDriver(coin, y, 2);
    const draws = [0, 1].map((side) => coin.filter((each) => each === side).length);
    const variances = [low, high].map(({ probability: p }, k) => (p * (1 - p)) / draws[k]!);
    expect(low.standardError).toBeCloseTo(
      Math.sqrt(Math.max(variances[0]!, 1 / draws[0]! ** 2)),
      12,
    );
    expect(high.standardError).toBeCloseTo(Math.sqrt(variances[1]!), 12);
    expect(change.standardError).toBeCloseTo(Math.hypot(low.standardError, high.standardError), 12);
  });

  it("that never varies is left out", () => {
    const hit = new Float64Array(x.length).fill(1);
    expect(
      columnSensitivity(
        x.map(() => 4),
        [{ values: y, hit }],
      ),
    ).toBeUndefined();
  });
});

/** Kelley's ratio from group means, 1 − (n − 1)/(n − k) SSE/SST, written out. */
function correctedRatio(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = (values: Float64Array): number => {
    const middle = mean(values);
    return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  };
  const groups = [...new Set(x)];
  const within = groups.map((value) => squares(y.filter((_, draw) => x[draw] === value)));
  const sse = within.reduce((sum, each) => sum + each, 0);
  return 1 - ((y.length - 1) / (y.length - groups.length)) * (sse / squares(y));
}

describe("targets that are not always defined", () => {
  const { x, y } = normalPair(11, 0.6, 4_000);
  // Undefined, as the quantity is, where x is very high.
  const values = y.map((value, draw) => (x[draw]! > 1.5 ? Number.NaN : value));
  const hit = values.map((value) => (Number.isNaN(value) ? Number.NaN : value >= 0 ? 1 : 0));
  const target: TargetColumns = { values, hit };

  it("miss where they are undefined", () => {
    const driver = columnSensitivity(x, [target])?.targets[0];
    const top = Array.from(x.keys())
      .sort((i, j) => x[j]! - x[i]!)
      .slice(0, 800);
    const expected = top.filter((draw) => hit[draw] === 1).length / 800;
    expect(driver?.high.probability).toBeCloseTo(expected, 12);
  });

  it("correlate over the draws in which they have a value", () => {
    const driver = columnSensitivity(x, [target])?.targets[0];
    expect(driver?.rankCorrelation).toBeCloseTo(rankCorrelation(x, values), 12);
    const kept = x.map((_, draw) => draw).filter((draw) => !Number.isNaN(values[draw]));
    const alone = columnDriver(
      kept.map((draw) => x[draw]!),
      kept.map((draw) => values[draw]!),
    );
    expect(driver?.valueIndex.value).toBeCloseTo(alone.valueIndex.value, 12);
    expect(driver?.valueIndex.standardError).toBeCloseTo(alone.valueIndex.standardError, 12);
  });

  it("that are always or never hit have no index, but probabilities with an error", () => {
    const { hitIndex, low, change } = columnDriver(x, y, -100);
    expect(hitIndex.value).toBeNaN();
    expect(low.probability).toBe(1);
    // About 1 / m, as for any probability whose draws all hit.
    expect(low.standardError).toBeCloseTo(1 / 800, 12);
    expect(change.value).toBe(0);
  });

  it("that are constant have no correlation", () => {
    const { rankCorrelation: correlation, valueIndex } = columnDriver(
      x,
      x.map(() => 3),
    );
    expect(correlation).toBeNaN();
    expect(valueIndex.value).toBeNaN();
  });
});
