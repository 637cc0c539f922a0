import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateByReplicates, LEAST_ERROR } from "./replicate-estimate.ts";
import { wilsonInterval } from "./wilson-interval.ts";

const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 16, maxLength: 16 });
const fifties = new Float64Array(16).fill(50);

describe("estimateByReplicates", () => {
  // Replicates of equal size: the standard error of the mean of 16 numbers, s/√16.
  it("takes the standard error of the mean over replicates", () => {
    fc.assert(
      fc.property(counts, (hits) => {
        const shares = hits.map((hit) => hit / 50);
        const mean = shares.reduce((sum, share) => sum + share, 0) / 16;
        const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / 15;
        const estimate = estimateByReplicates(Float64Array.from(hits), fifties);
        expect(estimate.probability).toBeCloseTo(mean, 12);
        if (mean > 0 && mean < 1) {
          const expected = Math.max(LEAST_ERROR / 800, Math.sqrt(variance / 16));
          expect(estimate.standardError).toBeCloseTo(expected, 12);
        }
      }),
    );
  });

  it("gives an interval that holds the estimate, within [0, 1], the same for hits and misses", () => {
    fc.assert(
      fc.property(counts, (hits) => {
        const { probability, interval95 } = estimateByReplicates(Float64Array.from(hits), fifties);
        expect(interval95[0]).toBeGreaterThanOrEqual(0);
        expect(interval95[1]).toBeLessThanOrEqual(1);
        expect(interval95[0]).toBeLessThanOrEqual(probability);
        expect(interval95[1]).toBeGreaterThanOrEqual(probability);
        const misses = Float64Array.from(hits, (hit) => 50 - hit);
        const mirrored = estimateByReplicates(misses, fifties).interval95;
        expect(mirrored[0]).toBeCloseTo(1 - interval95[1], 10);
        expect(mirrored[1]).toBeCloseTo(1 - interval95[0], 10);
      }),
    );
  });

  // In the middle, and with many draws, Wilson's interval is ±t·SE.
  it("is the estimate ± t standard errors for a probability that is well known", () => {
    const hits = Float64Array.from({ length: 16 }, (_, r) => 500_000 + 100 * (r % 2));
    const { standardError, interval95 } = estimateByReplicates(
      hits,
      new Float64Array(16).fill(1_000_000),
    );
    // 16 numbers, half of them 50 above and half 50 below their mean: s = 50 √(16/15), s/√16 = 12.909944.
    expect(standardError).toBeCloseTo(12.909944e-6, 12);
    // SciPy 1.17.1, t.ppf(0.975, 15) = 2.131449545559323.
    expect(interval95[1] - interval95[0]).toBeCloseTo(2 * 2.131449545559323 * 12.909944e-6, 9);
  });

  it("stays honest where no draw hits, or replicates agree", () => {
    const none = estimateByReplicates(new Float64Array(16), fifties);
    expect(none.interval95).toEqual(wilsonInterval(0, 800, 2.131449545559323));
    expect(none.standardError).toBeGreaterThan(1 / 800);
    const agreeing = estimateByReplicates(new Float64Array(16).fill(20), fifties);
    expect(agreeing.standardError).toBe(LEAST_ERROR / 800);
    expect(agreeing.interval95[1] - agreeing.interval95[0]).toBeGreaterThan(6 / 800);
  });

  it("takes draws as independent where there are fewer than replicates", () => {
    const hits = Float64Array.from({ length: 16 }, (_, r) => (r < 3 ? 1 : 0));
    const draws = Float64Array.from({ length: 16 }, (_, r) => (r < 10 ? 1 : 0));
    expect(estimateByReplicates(hits, draws).interval95).toEqual(wilsonInterval(3, 10));
  });
});
