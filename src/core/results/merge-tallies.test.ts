import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { mergeMoments } from "./merge-moments.ts";
import { mergeTallies } from "./merge-tallies.ts";

const cutHits = (hits: readonly (readonly boolean[])[], cuts: readonly number[]) => {
  const edges = [0, ...cuts, hits[0]?.length ?? 0];
  return edges.slice(1).flatMap((end, part) => {
    const start = edges[part] ?? 0;
    if (end === start) return [];
    return [
      hitTallyOf(
        hits.map((target) => target.slice(start, end)),
        start,
      ),
    ];
  });
};

describe("mergeTallies", () => {
  const hits = fc.integer({ min: 1, max: 300 }).chain((draws) =>
    fc.array(fc.array(fc.boolean(), { minLength: draws, maxLength: draws }), {
      minLength: 1,
      maxLength: 3,
    }),
  );

  it("joins bits, hits and hit counts exactly, wherever the draws were cut", () => {
    fc.assert(
      fc.property(hits, fc.array(fc.nat(), { maxLength: 6 }), (table, numbers) => {
        const draws = table[0]?.length ?? 0;
        const cuts = numbers.map((each) => each % (draws + 1)).sort((a, b) => a - b);
        expect(mergeTallies(cutHits(table, cuts))).toEqual(hitTallyOf(table));
      }),
    );
  });

  it("is associative", () => {
    fc.assert(
      fc.property(hits, (table) => {
        const third = Math.ceil((table[0]?.length ?? 0) / 3);
        const parts = cutHits(table, [third, Math.min(2 * third, table[0]?.length ?? 0)]);
        const [first, ...rest] = parts;
        if (first === undefined || rest.length === 0) return;
        expect(mergeTallies([first, mergeTallies(rest)])).toEqual(mergeTallies(parts));
      }),
    );
  });

  it("refuses parts that do not adjoin, belong to different programs, or are none", () => {
    const part = hitTallyOf([[true, false]]);
    const gap = hitTallyOf([[true]], 3);
    const other = hitTallyOf([[true], [true]], 2);
    expect(() => mergeTallies([part, gap])).toThrow("from draw 2 on, not from 3");
    expect(() => mergeTallies([part, other])).toThrow("different programs");
    expect(() => mergeTallies([])).toThrow(RangeError);
  });
});

describe("mergeMoments", () => {
  const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { maxLength: 20 });
  /** By the definition. */
  const momentsOf = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const m2 = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { count: values.length, mean, m2 };
  };

  it("gives the moments of all numbers together", () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const merged = mergeMoments(momentsOf(one), momentsOf(other));
        const together = momentsOf([...one, ...other]);
        expect(merged.count).toBe(together.count);
        expect(merged.mean).toBeCloseTo(together.mean, 9);
        expect(Math.abs(merged.m2 - together.m2)).toBeLessThanOrEqual(1e-12 * together.m2 + 1e-9);
      }),
    );
  });
});
