import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countByReplicate, hitTallyOf } from "../../../test/support/tally-of.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";

const hitLists = fc.integer({ min: 1, max: 1300 }).chain((draws) =>
  fc.array(fc.array(fc.boolean(), { minLength: draws, maxLength: draws }), {
    minLength: 1,
    maxLength: 3,
  }),
);

describe("replicateHits", () => {
  // Brute force over draws.
  it("counts draws in which all hit, by draw modulo 16, of a number of draws from any on", () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(hitLists, shares, fc.nat(), (hits, share, firstDraw) => {
        const draws = Math.ceil(share * hits[0]!.length);
        const masks = hitTallyOf(hits).targets.map((target) => target.hits);
        const together = hits[0]!.slice(0, draws).map((_, k) => hits.every((target) => target[k]));
        expect(replicateHits(masks, draws, firstDraw)).toEqual(
          countByReplicate(together, firstDraw),
        );
      }),
    );
  });

  it("counts far from draw 0 as near", () => {
    const mask = Uint32Array.of(0x0001_0001);
    const far = 2 ** 53 - 32;
    expect(far % 16).toBe(0);
    expect(replicateHits([mask], 32, far)).toEqual(replicateHits([mask], 32));
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
    // Draws 30 to 32.
    expect(replicateSizes(3, 30)).toEqual(countByReplicate([true, true, true], 30));
  });
});
