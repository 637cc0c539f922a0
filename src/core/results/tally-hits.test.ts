import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { type CollectedHits, tallyHits } from "./tally-hits.ts";

/** 1 to 3 targets in 1 to 200 draws. */
const hitTables = fc.integer({ min: 1, max: 200 }).chain((draws) =>
  fc.array(fc.array(fc.boolean(), { minLength: draws, maxLength: draws }), {
    minLength: 1,
    maxLength: 3,
  }),
);

/** What a kernel collects: the bits of all draws. */
function collected(hits: readonly (readonly boolean[])[]): CollectedHits {
  const { targets, hitCounts } = hitTallyOf(hits);
  return {
    targets: targets.map((target) => ({ hits: target.hits, undefinedDraws: 0 })),
    hitCounts,
  };
}

describe("tallyHits", () => {
  it("counts all draws and keeps those before the limit, as counting draw by draw does", () => {
    fc.assert(
      fc.property(
        hitTables,
        fc.nat({ max: 300 }),
        fc.nat({ max: 400 }),
        (hits, firstDraw, limit) => {
          const draws = hits[0]!.length;
          const sets = [{ set: "all", members: [...hits.keys()] }] as const;
          const { retained, targets, setHits, hitCounts } = hitTallyOf(
            hits,
            firstDraw,
            "sobol",
            limit,
          );
          expect(tallyHits(collected(hits), sets, firstDraw, draws, limit)).toEqual({
            retained,
            targets,
            setHits,
            hitCounts,
          });
        },
      ),
    );
  });

  it("treats second tiers alike, and counts each set by its own members", () => {
    fc.assert(
      fc.property(hitTables, fc.nat({ max: 300 }), (hits, firstDraw) => {
        const { targets, hitCounts } = collected(hits);
        const [first] = targets;
        if (first === undefined) throw new Error("There is one target at least.");
        const last = targets.length - 1;
        const tiers = [{ ...first, stretchHits: targets[last]!.hits }, ...targets.slice(1)];
        const sets = [
          { set: "binding", members: [last] },
          { set: "expected", members: [0] },
        ] as const;
        const draws = hits[0]!.length;
        const tally = tallyHits(
          { targets: tiers, hitCounts },
          sets,
          firstDraw,
          draws,
          firstDraw + 7,
        );
        const expected = hitTallyOf(hits, firstDraw, "sobol", firstDraw + 7).targets;
        expect(tally.targets[0]?.stretchHits).toEqual(expected[last]?.hits);
        expect(tally.targets[0]?.stretchByReplicate).toEqual(expected[last]?.hitsByReplicate);
        expect(tally.setHits).toEqual([
          expected[last]?.hitsByReplicate,
          expected[0]?.hitsByReplicate,
        ]);
      }),
    );
  });

  it("keeps no bits beyond the limit", () => {
    const hits = [Array<boolean>(100).fill(true)];
    const [target] = tallyHits(collected(hits), [], 500, 100, 500).targets;
    expect(target?.hits.buffer.byteLength).toBe(0);
    const [some] = tallyHits(collected(hits), [], 500, 100, 533).targets;
    expect(some?.hits).toEqual(Uint32Array.of(0xffffffff, 1));
    expect(some?.hits.buffer.byteLength).toBe(8);
  });
});
