import { describe, expect, it } from "vitest";
import { estimateProbability } from "./estimate-probability.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** Binomial probabilities of 0..n hits, by the ratio of neighbours. */
function binomialProbabilities(n: number, p: number): readonly number[] {
  const probabilities = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) {
    probabilities.push(((probabilities[k - 1] ?? 0) * (n - k + 1) * p) / (k * (1 - p)));
  }
  return probabilities;
}

describe("wilsonInterval", () => {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("agrees with the published interval of %i of %i", (hits, draws, low, high) => {
    const interval = wilsonInterval(hits, draws);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  it("is symmetric and ends at 0 and 1 exactly", () => {
    expect(wilsonInterval(0, 12_345)[0]).toBe(0);
    expect(wilsonInterval(12_345, 12_345)[1]).toBe(1);
    const [low, high] = wilsonInterval(3, 1000);
    const [mirrorLow, mirrorHigh] = wilsonInterval(997, 1000);
    expect(1 - mirrorHigh).toBeCloseTo(low, 14);
    expect(1 - mirrorLow).toBeCloseTo(high, 14);
  });

  it("covers the true probability in 95 % of the runs on average", () => {
    // Agresti and Coull (1998), The American Statistician 52, figure 3: mean coverage of the score interval is
    // close to, and rather above, 0.95 for every n. Here from the exact binomial probabilities.
    const n = 50;
    const intervals = Array.from({ length: n + 1 }, (_, hits) => wilsonInterval(hits, n));
    const coverages = Array.from({ length: 999 }, (_, i) => {
      const p = (i + 1) / 1000;
      const covers = (k: number): boolean => intervals[k]![0] <= p && p <= intervals[k]![1];
      return binomialProbabilities(n, p).reduce((sum, each, k) => sum + (covers(k) ? each : 0), 0);
    });
    const mean = coverages.reduce((sum, each) => sum + each, 0) / coverages.length;
    expect(mean).toBeGreaterThan(0.95);
    expect(mean).toBeLessThan(0.96);
  });
});

describe("estimateProbability", () => {
  it("has the binomial standard error between 0 and 1", () => {
    // sqrt(0.3 · 0.7 / 100)
    expect(estimateProbability(30, 100).standardError).toBeCloseTo(0.0458257569495584, 15);
  });

  it("claims no certainty where all draws or none hit", () => {
    for (const hits of [0, 1000]) {
      const { standardError, interval95 } = estimateProbability(hits, 1000);
      // z / (2 (n + z²)), from Wilson's formula with p = 0.
      expect(standardError).toBeCloseTo(1.959963984540054 / (2 * (1000 + 3.841458820694124)), 15);
      expect(interval95[1] - interval95[0]).toBeGreaterThan(0.003);
    }
  });
});
