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
        const change = pairedChange(here, there, draws.length);
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
    expect(pairedChange(long, never, 40)).toEqual({ difference: 1, standardError: 0, draws: 40 });
  });
});

describe("isWithinNoise", () => {
  it("takes two standard errors as the limit", () => {
    expect(isWithinNoise({ difference: 0.02, standardError: 0.01, draws: 100 })).toBe(true);
    expect(isWithinNoise({ difference: -0.021, standardError: 0.01, draws: 100 })).toBe(false);
    expect(isWithinNoise({ difference: 0, standardError: 0, draws: 100 })).toBe(true);
  });
});
