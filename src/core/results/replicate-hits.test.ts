import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";

const hitLists = fc.integer({ min: 1, max: 1300 }).chain((draws) =>
  fc.array(fc.array(fc.boolean(), { minLength: draws, maxLength: draws }), {
    minLength: 1,
    maxLength: 3,
  }),
);

describe("replicateHits", () => {
  // Brute force over draws.
  it("counts draws in which all hit, by draw modulo 16, up to a number of draws", () => {
    fc.assert(
      fc.property(hitLists, fc.double({ min: 0, max: 1, noNaN: true }), (hits, share) => {
        const draws = Math.ceil(share * hits[0]!.length);
        const masks = hitTallyOf(hits).targets.map((target) => target.hits);
        const expected = new Float64Array(16);
        for (let draw = 0; draw < draws; draw++) {
          if (hits.every((target) => target[draw])) expected[draw % 16]! += 1;
        }
        expect(replicateHits(masks, draws)).toEqual(expected);
      }),
    );
  });

  it("does not overflow where every draw hits", () => {
    const mask = new Uint32Array(1000).fill(0xffffffff);
    expect(replicateHits([mask], 32_000)).toEqual(new Float64Array(16).fill(2000));
  });
});

describe("replicateSizes", () => {
  it("counts the draws of each replicate", () => {
    expect(replicateSizes(5)).toEqual(Float64Array.from({ length: 16 }, (_, r) => (r < 5 ? 1 : 0)));
    expect(replicateSizes(1605)).toEqual(
      Float64Array.from({ length: 16 }, (_, r) => (r < 5 ? 101 : 100)),
    );
  });
});
