import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../test/support/tally-of.ts";
import type { SamplingMethod } from "../core/sampling/sampling-method.ts";
import { isWithinNoise, pairedChange } from "./paired-change.ts";

const pairs = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 150 });

/** Runs with one target each, given by its hits; the first `limit` draws are retained. */
const runsOf = (
  draws: readonly (readonly [boolean, boolean])[],
  method: SamplingMethod,
  limit?: number,
) =>
  [
    hitTallyOf([draws.map(([here]) => here)], 0, method, limit),
    hitTallyOf([draws.map(([, there]) => there)], 0, method, limit),
  ] as const;

describe("pairedChange", () => {
  it("is the mean of the differences by draw, with the standard error of that mean", () => {
    fc.assert(
      fc.property(pairs, (draws) => {
        const change = pairedChange(...runsOf(draws, "monte-carlo"), 0);
        // Brute force: mean and population variance of the differences −1, 0, 1.
        const differences = draws.map(([a, b]) => Number(a) - Number(b));
        const mean = differences.reduce((sum, d) => sum + d, 0) / draws.length;
        const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / draws.length;
        expect(change?.difference).toBeCloseTo(mean, 12);
        expect(change?.standardError).toBeCloseTo(Math.sqrt(variance / draws.length), 12);
      }),
    );
  });

  it("compares only the draws that both have", () => {
    const long = hitTallyOf([Array(100).fill(true)]);
    const never = hitTallyOf([Array(40).fill(false)]);
    const change = { difference: 1, standardError: 0, draws: 40 };
    expect(pairedChange(long, never, 0)).toEqual(change);
    expect(pairedChange(hitTallyOf([Array(40).fill(true)]), never, 0)).toEqual(change);
  });

  it("counts all draws where both have as many, retained or not, and their scatter in the retained ones", () => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: 1, max: 150 }),
        fc.constantFrom("monte-carlo", "sobol"),
        (draws, limit, method) => {
          const whole = pairedChange(...runsOf(draws, method), 0);
          const cut = pairedChange(...runsOf(draws, method, limit), 0);
          expect(cut?.difference).toBe(whole?.difference);
          expect(cut?.draws).toBe(draws.length);
          // Brute force over the retained draws.
          const some = draws.slice(0, limit);
          const differing = some.filter(([a, b]) => a !== b).length / some.length;
          const variance = Math.max(0, differing - (cut?.difference ?? 0) ** 2) / draws.length;
          if (method === "monte-carlo") {
            expect(cut?.standardError).toBeCloseTo(Math.sqrt(variance), 12);
          }
        },
      ),
    );
  });

  it("takes the standard error from replicates where there are any, retained or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 200, maxLength: 400 }),
        fc.constantFrom(64, undefined),
        (all, limit) => {
          const draws = all.slice(0, 16 * Math.floor(all.length / 16));
          const change = pairedChange(...runsOf(draws, "sobol", limit), 0);
          // Brute force: replicate r has draws r, r + 16, …; the standard error of the mean of 16 differences.
          const differences = Array.from({ length: 16 }, (_, r) => {
            const own = draws.filter((_, draw) => draw % 16 === r);
            return own.reduce((sum, [a, b]) => sum + Number(a) - Number(b), 0) / own.length;
          });
          const mean = differences.reduce((sum, d) => sum + d, 0) / 16;
          const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 15;
          expect(change?.difference).toBeCloseTo(mean, 12);
          expect(change?.standardError).toBeCloseTo(
            Math.max(Math.sqrt(variance / 16), Math.SQRT2 / draws.length),
            12,
          );
        },
      ),
    );
  });

  it("has no error where nothing changed", () => {
    const run = hitTallyOf([Array.from({ length: 100 }, (_, draw) => draw % 3 === 0)], 0, "sobol");
    expect(pairedChange(run, run, 0)?.standardError).toBe(0);
  });

  it("is of targets that both have", () => {
    const run = hitTallyOf([[true, false]]);
    expect(pairedChange(run, run, 1)).toBeUndefined();
  });
});

describe("isWithinNoise", () => {
  it("takes two standard errors as the limit", () => {
    expect(isWithinNoise({ difference: 0.02, standardError: 0.01, draws: 100 })).toBe(true);
    expect(isWithinNoise({ difference: -0.021, standardError: 0.01, draws: 100 })).toBe(false);
    expect(isWithinNoise({ difference: 0, standardError: 0, draws: 100 })).toBe(true);
  });
});
