import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { mergeMoments } from "./merge-moments.ts";
import { mergeTallies } from "./merge-tallies.ts";

/** A table of hits, of draws from `firstDraw` on, cut into tallies; draws before `limit` are retained. */
const cutHits = (
  hits: readonly (readonly boolean[])[],
  cuts: readonly number[],
  firstDraw = 0,
  limit?: number,
) => {
  const edges = [0, ...cuts, hits[0]?.length ?? 0];
  return edges.slice(1).flatMap((end, part) => {
    const start = edges[part] ?? 0;
    if (end === start) return [];
    const some = hits.map((target) => target.slice(start, end));
    return [hitTallyOf(some, firstDraw + start, "sobol", limit)];
  });
};

describe("mergeTallies", () => {
  const hits = fc.integer({ min: 1, max: 300 }).chain((draws) =>
    fc.array(fc.array(fc.boolean(), { minLength: draws, maxLength: draws }), {
      minLength: 1,
      maxLength: 3,
    }),
  );
  const cutsOf = (numbers: readonly number[], draws: number): readonly number[] =>
    numbers.map((each) => each % (draws + 1)).sort((a, b) => a - b);
  const cutPoints = fc.array(fc.nat(), { maxLength: 6 });
  /** Of draws up to 340: none retained, some, or all. */
  const limits = fc.integer({ min: 0, max: 360 });
  const firstDraws = fc.nat({ max: 40 });

  it("joins bits, hits and hit counts exactly, wherever draws were cut and cease to be retained", () => {
    fc.assert(
      fc.property(hits, cutPoints, firstDraws, limits, (table, numbers, firstDraw, limit) => {
        const cuts = cutsOf(numbers, table[0]?.length ?? 0);
        expect(mergeTallies(cutHits(table, cuts, firstDraw, limit))).toEqual(
          hitTallyOf(table, firstDraw, "sobol", limit),
        );
      }),
    );
  });

  it("is associative", () => {
    fc.assert(
      fc.property(hits, cutPoints, fc.nat(), limits, (table, numbers, split, limit) => {
        const parts = cutHits(table, cutsOf(numbers, table[0]?.length ?? 0), 0, limit);
        const place = split % (parts.length + 1);
        const groups = [parts.slice(0, place), parts.slice(place)];
        const merged = groups.filter((group) => group.length > 0).map(mergeTallies);
        expect(mergeTallies(merged)).toEqual(mergeTallies(parts));
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

  it("refuses retained draws after others", () => {
    const part = hitTallyOf([[true, false]], 0, "sobol", 1);
    expect(() => mergeTallies([part, hitTallyOf([[true]], 2, "sobol")])).toThrow("not retained");
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
