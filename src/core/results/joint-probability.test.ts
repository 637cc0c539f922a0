import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { conditionalProbability } from "./conditional-probability.ts";
import { expectedHits } from "./expected-hits.ts";
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
