import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNormals } from "../../../test/support/random-numbers.ts";
import { cutIntoClasses, type InputClasses } from "./input-classes.ts";
import { meanRanks } from "./rank-correlation.ts";
import { rankOrder } from "./rank-order.ts";

const cut = (values: Float64Array): InputClasses | undefined =>
  cutIntoClasses(values, rankOrder(values));

const tied = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -99, max: 99 })), {
    minLength: 2,
    maxLength: 500,
  })
  .map((values) => Float64Array.from(values))
  .filter((values) => new Set(values).size > 1);

describe("classes of an input", () => {
  it("are twenty of equal size, where no values are tied", () => {
    const normal = createNormals(3);
    const classes = cut(Float64Array.from({ length: 16_384 }, normal));
    expect(classes?.cuts).toHaveLength(21);
    // 16 384 / 20 = 819.2.
    const sizes = classes?.cuts.slice(1).map((end, c) => end - (classes.cuts[c] ?? 0));
    expect(new Set(sizes)).toEqual(new Set([819, 820]));
    expect([classes?.lowClasses, classes?.highClass]).toEqual([4, 16]);
    expect([classes?.isLowFixed, classes?.isHighFixed]).toEqual([false, false]);
  });

  it("keep tied values together, in order of value", () => {
    fc.assert(
      fc.property(tied, (values) => {
        const { classOf } = cut(values) ?? { classOf: [] };
        for (const [i, x] of values.entries()) {
          for (const [j, y] of values.entries()) {
            if (x === y) expect(classOf[i]).toBe(classOf[j]);
            else if (x < y) expect(classOf[i]).toBeLessThanOrEqual(classOf[j] ?? Number.NaN);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("leave draws on both sides of each fifth, which do not overlap", () => {
    fc.assert(
      fc.property(tied, (values) => {
        const { cuts = [], lowClasses = -1, highClass = -1 } = cut(values) ?? {};
        expect(lowClasses).toBeGreaterThan(0);
        expect(highClass).toBeGreaterThanOrEqual(lowClasses);
        expect(highClass).toBeLessThan(cuts.length - 1);
      }),
    );
  });

  it("have mean ranks minus their mean, and values minus the mean of their class", () => {
    fc.assert(
      fc.property(tied, (values) => {
        const { ranks, offsets, classOf, rankSquares } = cut(values)!;
        const middle = (values.length + 1) / 2;
        expect(Array.from(ranks)).toEqual(Array.from(meanRanks(values), (rank) => rank - middle));
        expect(rankSquares).toBeCloseTo(
          ranks.reduce((sum, rank) => sum + rank * rank, 0),
          9,
        );
        for (const [draw, value] of values.entries()) {
          const members = values.filter((_, other) => classOf[other] === classOf[draw]);
          const mean = members.reduce((sum, each) => sum + each, 0) / members.length;
          // In single precision, of values up to 99.
          expect(offsets[draw]).toBeCloseTo(value - mean, 4);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("of two values are two, each a fifth of its own", () => {
    const values = Float64Array.from({ length: 1_000 }, (_, k) => (k % 10 === 0 ? 1 : 0));
    const classes = cut(values);
    expect(classes?.cuts).toEqual([0, 900, 1_000]);
    expect([classes?.lowClasses, classes?.highClass]).toEqual([1, 1]);
    expect([classes?.isLowFixed, classes?.isHighFixed]).toEqual([true, true]);
  });

  it("of a die end at the nearest number of its eyes", () => {
    const values = Float64Array.from({ length: 6_000 }, (_, k) => 1 + (k % 6));
    // A sixth is nearer to a fifth than a third is.
    const { cuts = [], lowClasses = 0, highClass = 0 } = cut(values) ?? {};
    expect(cuts).toEqual([0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000]);
    expect([cuts[lowClasses], cuts[highClass]]).toEqual([1_000, 5_000]);
  });

  it("are none where all values are equal", () => {
    expect(cut(new Float64Array(100).fill(0.1))).toBeUndefined();
  });

  it("leave out draws that are not in the order", () => {
    const values = Float64Array.of(5, 1, 4, 2, 3);
    const classes = cutIntoClasses(values, Uint32Array.of(1, 3, 0));
    expect(classes?.classOf[2]).toBe((classes?.cuts.length ?? 0) - 1);
    expect(Array.from(classes?.ranks ?? [])).toEqual([1, -1, 0, 0, 0]);
  });
});
