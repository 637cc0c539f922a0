import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../test/support/tally-of.ts";
import { isWithinNoise, pairedChange } from "./paired-change.ts";

const pairs = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 150 });

describe("pairedChange", () => {
  it("is the mean of the differences by draw, with the standard error of that mean", () => {
    fc.assert(
      fc.property(pairs, (draws) => {
        const tally = hitTallyOf([draws.map(([here]) => here), draws.map(([, there]) => there)]);
        const [here, there] = tally.targets;
        if (here === undefined || there === undefined) throw new Error("Two targets were built.");
        const change = pairedChange(here, there, draws.length, "monte-carlo");
        // Brute force: mean and population variance of the differences −1, 0, 1.
        const differences = draws.map(([a, b]) => Number(a) - Number(b));
        const mean = differences.reduce((sum, d) => sum + d, 0) / draws.length;
        const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / draws.length;
        expect(change.difference).toBeCloseTo(mean, 12);
        expect(change.standardError).toBeCloseTo(Math.sqrt(variance / draws.length), 12);
      }),
    );
  });

  it("compares only the draws that both have", () => {
    const { targets } = hitTallyOf([Array(40).fill(true), Array(40).fill(false)]);
    const [always, never] = targets;
    if (always === undefined || never === undefined) throw new Error("Two targets were built.");
    const long = hitTallyOf([Array(100).fill(true)]).targets[0] ?? always;
    const change = { difference: 1, standardError: 0, draws: 40 };
    expect(pairedChange(long, never, 40, "monte-carlo")).toEqual(change);
  });

  it("takes the standard error from replicates where there are any", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 200, maxLength: 400 }),
        (all) => {
          const draws = all.slice(0, 16 * Math.floor(all.length / 16));
          const tally = hitTallyOf([draws.map(([here]) => here), draws.map(([, there]) => there)]);
          const [here, there] = tally.targets;
          if (here === undefined || there === undefined) throw new Error("Two targets were built.");
          const change = pairedChange(here, there, draws.length, "sobol");
          // Brute force: replicate r has draws r, r + 16, …; the standard error of the mean of 16 differences.
          const differences = Array.from({ length: 16 }, (_, r) => {
            const own = draws.filter((_, draw) => draw % 16 === r);
            return own.reduce((sum, [a, b]) => sum + Number(a) - Number(b), 0) / own.length;
          });
          const mean = differences.reduce((sum, d) => sum + d, 0) / 16;
          const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 15;
          expect(change.difference).toBeCloseTo(mean, 12);
          expect(change.standardError).toBeCloseTo(
            Math.max(Math.sqrt(variance / 16), Math.SQRT2 / draws.length),
            12,
          );
        },
      ),
    );
  });

  it("has no error where nothing changed", () => {
    const [target] = hitTallyOf([Array.from({ length: 100 }, (_, draw) => draw % 3 === 0)]).targets;
    if (target === undefined) throw new Error("A target was built.");
    expect(pairedChange(target, target, 100, "sobol").standardError).toBe(0);
  });
});

describe("isWithinNoise", () => {
  it("takes two standard errors as the limit", () => {
    expect(isWithinNoise({ difference: 0.02, standardError: 0.01, draws: 100 })).toBe(true);
    expect(isWithinNoise({ difference: -0.021, standardError: 0.01, draws: 100 })).toBe(false);
    expect(isWithinNoise({ difference: 0, standardError: 0, draws: 100 })).toBe(true);
  });
});
