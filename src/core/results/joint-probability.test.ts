import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { conditionalProbability } from "./conditional-probability.ts";
import { expectedHits } from "./expected-hits.ts";
import { findTensions } from "./find-tensions.ts";
import { jointHits, jointProbability } from "./joint-probability.ts";

/** 1 to 5 targets in 1 to 200 draws. */
const hitTables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 200 }))
  .chain(([targets, draws]) => {
    const row = fc.array(fc.boolean(), { minLength: draws, maxLength: draws });
    return fc.array(row, { minLength: targets, maxLength: targets });
  });

const drawsWith = (hits: readonly (readonly boolean[])[], indices: readonly number[]): number =>
  (hits[0] ?? []).filter((_, draw) => indices.every((index) => hits[index]?.[draw])).length;

describe("jointProbability", () => {
  it("counts the draws in which every target of any subset hits", () => {
    fc.assert(
      fc.property(hitTables, fc.nat({ max: 31 }), (hits, subset) => {
        const indices = hits.map((_, index) => index).filter((index) => (subset >> index) & 1);
        const tally = hitTallyOf(hits);
        expect(jointHits(tally, indices)).toBe(drawsWith(hits, indices));
        expect(jointProbability(tally, indices).probability).toBe(
          drawsWith(hits, indices) / tally.draws,
        );
      }),
    );
  });

  it("refuses a target that is not there", () => {
    expect(() => jointHits(hitTallyOf([[true]]), [1])).toThrow(RangeError);
  });
});

describe("conditionalProbability", () => {
  it("is the share of j's hits among i's, undefined where i never hits", () => {
    fc.assert(
      fc.property(hitTables, (hits) => {
        const tally = hitTallyOf(hits);
        const last = hits.length - 1;
        const given = drawsWith(hits, [0]);
        const conditional = conditionalProbability(tally, last, 0);
        if (given === 0) expect(conditional).toBeUndefined();
        else expect(conditional?.probability).toBe(drawsWith(hits, [0, last]) / given);
      }),
    );
  });
});

describe("expectedHits", () => {
  it("is the sum of the targets' probabilities", () => {
    fc.assert(
      fc.property(hitTables, (hits) => {
        const tally = hitTallyOf(hits);
        const sum = tally.targets.reduce((total, { hitCount }) => total + hitCount, 0);
        expect(expectedHits(tally)).toBeCloseTo(sum / tally.draws, 12);
      }),
    );
  });
});

describe("findTensions", () => {
  const uniform = createUniforms(1);
  const draws = Array.from({ length: 10_000 }, () => [uniform(), uniform(), uniform()] as const);
  const hits = [
    draws.map(([u]) => u < 0.6),
    draws.map(([u, v]) => (v < 0.8 ? u > 0.5 : u < 0.5)),
    draws.map(([, , w]) => w < 0.5),
    draws.map(([u]) => u > 0.7),
  ];
  const tally = hitTallyOf(hits);

  it("lists pairs that avoid each other, the largest difference first, and no independent ones", () => {
    // Target 0 and 3 exclude each other: 0 against 0.6 · 0.3 = 0.18. Targets 0 and 1 hit together with probability
    // 0.1 · 0.8 + 0.5 · 0.2 = 0.18 against 0.6 · 0.5 = 0.3. Target 2 is independent, 1 and 3 attract each other.
    expect(findTensions(tally).map(({ i, j }) => [i, j])).toEqual([
      [0, 3],
      [0, 1],
    ]);
  });

  it("has z-scores whose square is Pearson's chi-squared of the 2 × 2 table", () => {
    for (const { i, j, zScore, joint, independent } of findTensions(tally)) {
      const cell = (first: boolean, second: boolean): number =>
        draws.filter((_, draw) => hits[i]![draw] === first && hits[j]![draw] === second).length;
      const [a, b, c, d] = [
        cell(true, true),
        cell(true, false),
        cell(false, true),
        cell(false, false),
      ];
      const n = a + b + c + d;
      // n (ad − bc)² / ((a + b)(c + d)(a + c)(b + d))
      const chiSquared = (n * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
      expect(zScore ** 2).toBeCloseTo(chiSquared, 6);
      expect(zScore).toBeLessThan(-4);
      expect(joint).toBeLessThan(independent);
    }
  });
});
