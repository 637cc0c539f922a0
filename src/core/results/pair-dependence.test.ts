import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import type { SamplingMethod } from "../sampling/sampling-method.ts";
import { type PairDependence, pairDependences } from "./pair-dependence.ts";
import { rankPairs } from "./rank-pairs.ts";
import type { Tally } from "./tally.ts";

const hitPairs = fc.integer({ min: 32, max: 400 }).chain((draws) => {
  const row = fc.array(fc.boolean(), { minLength: draws, maxLength: draws });
  return fc.tuple(row, row);
});

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;

const allPairs = (tally: Tally): readonly PairDependence[] => {
  const pairOf = pairDependences(tally);
  const indices = [...tally.targets.keys()];
  return indices.flatMap((i) => indices.slice(i + 1).map((j) => pairOf(i, j)));
};

describe("pairDependences", () => {
  it("are shares of draws, counted one by one", () => {
    fc.assert(
      fc.property(
        hitPairs,
        fc.constantFrom<SamplingMethod>("monte-carlo", "sobol"),
        ([a, b], method) => {
          const pair = pairDependences(hitTallyOf([a, b], 0, method))(0, 1);
          const [p, q] = [share(a), share(b)];
          const given = b.filter((_, draw) => a[draw]);
          expect(pair.joint).toBe(share(a.map((hit, draw) => hit && b[draw] === true)));
          expect(pair.independent).toBe(p * q);
          expect(pair.excess.value).toBeCloseTo(pair.joint - p * q, 12);
          if (p === 0) expect(pair.jGivenI).toBeUndefined();
          else {
            expect(pair.jGivenI?.probability.probability).toBe(share(given));
            expect(pair.jGivenI?.change.value).toBeCloseTo(share(given) - q, 12);
          }
        },
      ),
    );
  });

  it("have errors of the size in which runs scatter, with independent draws and with replicates", () => {
    const uniform = createUniforms(7);
    const runs = Array.from({ length: 400 }, () => {
      const draws = Array.from({ length: 960 }, () => [uniform(), uniform()] as const);
      return [draws.map(([u]) => u < 0.6), draws.map(([u, v]) => (u < 0.5 ? v < 0.8 : v < 0.3))];
    });
    for (const method of ["monte-carlo", "sobol"] as const) {
      const pairs = runs.map((hits) => pairDependences(hitTallyOf(hits, 0, method))(0, 1));
      const measured = [
        pairs.map(({ excess }) => excess),
        pairs.map(({ jGivenI }) => jGivenI!.change),
        pairs.map(({ iGivenJ }) => iGivenJ!.change),
      ];
      // Truth: P(A) = 0.6, P(B) = 0.55, P(A and B) = 0.4 + 0.03.
      const truths = [0.43 - 0.33, 0.43 / 0.6 - 0.55, 0.43 / 0.55 - 0.6];
      measured.forEach((estimates, which) => {
        const scores = estimates.map((e) => (e.value - truths[which]!) / e.standardError);
        const meanSquare = scores.reduce((sum, z) => sum + z * z, 0) / scores.length;
        // Of Student's t with 15 degrees of freedom 15/13 = 1.15, of a normal score 1; 400 of them miss it by
        // 0.08 in standard error.
        expect(meanSquare).toBeGreaterThan(0.75);
        expect(meanSquare).toBeLessThan(1.45);
      });
    }
  });

  it("has no change where a target always or never hits", () => {
    const some = Array.from({ length: 64 }, (_, draw) => draw % 3 === 0);
    for (const constant of [true, false]) {
      const pair = pairDependences(hitTallyOf([some.map(() => constant), some], 0, "sobol"))(0, 1);
      expect(pair.excess.value).toBe(0);
      expect(rankPairs([pair], "sobol")).toEqual({ tensions: [], synergies: [] });
    }
  });

  it("refuses a target that is not there", () => {
    expect(() => pairDependences(hitTallyOf([[true]]))(0, 1)).toThrow(RangeError);
  });
});

describe("rankPairs", () => {
  const uniform = createUniforms(1);
  const draws = Array.from({ length: 10_000 }, () => [uniform(), uniform(), uniform()] as const);
  const hits = [
    draws.map(([u]) => u < 0.6),
    draws.map(([u, v]) => (v < 0.8 ? u > 0.5 : u < 0.5)),
    draws.map(([, , w]) => w < 0.5),
    draws.map(([u]) => u > 0.7),
  ];

  it("lists pairs that avoid and that attract each other, the largest gap first, and no independent ones", () => {
    // Targets 0 and 3 exclude each other: 0 against 0.6 · 0.3 = 0.18. Targets 0 and 1 hit together with probability
    // 0.1 · 0.8 + 0.5 · 0.2 = 0.18 against 0.6 · 0.5 = 0.3. Target 2 is independent, 1 and 3 attract each other:
    // 0.24 against 0.15.
    for (const method of ["monte-carlo", "sobol"] as const) {
      const { tensions, synergies } = rankPairs(allPairs(hitTallyOf(hits, 0, method)), method);
      expect(tensions.map(({ i, j }) => [i, j])).toEqual([
        [0, 3],
        [0, 1],
      ]);
      expect(synergies.map(({ i, j }) => [i, j])).toEqual([[1, 3]]);
    }
  });
});
