import fc from "fast-check";
import { expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { totalHits } from "./estimate-hits.ts";
import { expectedHits } from "./expected-hits.ts";

/** 1 to 5 targets in 1 to 200 draws. */
const hitTables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 200 }))
  .chain(([targets, draws]) => {
    const row = fc.array(fc.boolean(), { minLength: draws, maxLength: draws });
    return fc.array(row, { minLength: targets, maxLength: targets });
  });

it("is the sum of the targets' probabilities", () => {
  fc.assert(
    fc.property(hitTables, (hits) => {
      const tally = hitTallyOf(hits);
      const sum = tally.targets.reduce(
        (total, target) => total + totalHits(target.hitsByReplicate),
        0,
      );
      expect(expectedHits(tally)).toBeCloseTo(sum / tally.draws, 12);
    }),
  );
});
