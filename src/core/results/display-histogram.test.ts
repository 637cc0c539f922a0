import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNormals, createUniforms } from "../../../test/support/random-numbers.ts";
import { columnTallyOf } from "../../../test/support/tally-of.ts";
import { displayHistogram } from "./display-histogram.ts";
import { exceedance } from "./exceedance.ts";
import { tallyCdf, tallyQuantile } from "./tally-quantile.ts";

const normal = createNormals(3);
const uniform = createUniforms(4);
const normals = Float64Array.from({ length: 100_000 }, () => 8 + 2 * normal());
const heavy = Float64Array.from({ length: 50_000 }, () => normal() / uniform());
const dice = Float64Array.from({ length: 50_000 }, () => Math.ceil(6 * uniform()));

describe("displayHistogram", () => {
  it.each([
    ["normal", normals, false],
    ["heavy-tailed", heavy, false],
    ["whole-number", dice, true],
  ] as const)(
    "counts %s values in its bins, below and above: nothing is lost",
    (_, values, whole) => {
      for (const maxBins of [1, 2, 7, 40, 100, 5000]) {
        const shown = displayHistogram(columnTallyOf(values, whole), maxBins)!;
        const { origin, width, shares, below, above } = shown;
        const end = origin + width * shares.length;
        const share = (from: number, to: number): number =>
          values.filter((value) => value >= from && value < to).length / values.length;
        expect(shares.length).toBeLessThanOrEqual(maxBins);
        expect(below).toBeCloseTo(share(Number.NEGATIVE_INFINITY, origin), 4);
        expect(above).toBeCloseTo(share(end, Number.POSITIVE_INFINITY), 4);
        expect(shares.reduce((sum, each) => sum + each, below + above)).toBeCloseTo(1, 12);
        shares.forEach((each, bin) => {
          expect(each).toBeCloseTo(share(origin + bin * width, origin + (bin + 1) * width), 4);
          expect(shown.densities[bin]).toBeCloseTo(each / width, 12);
        });
      }
    },
  );

  it("clips to the 0.1 % and 99.9 % quantiles, so that a heavy tail does not flatten the picture", () => {
    const { below, above, shares } = displayHistogram(columnTallyOf(heavy), 50)!;
    expect(below).toBeLessThan(0.004);
    expect(above).toBeLessThan(0.004);
    expect(Math.max(...shares)).toBeGreaterThan(0.02);
  });

  it("centres bins on whole numbers", () => {
    expect(displayHistogram(columnTallyOf(dice, true), 40)).toMatchObject({
      origin: 0.5,
      width: 1,
    });
  });

  it("shows a constant in one bin that holds it, and nothing of a column without values", () => {
    const shown = displayHistogram(columnTallyOf(new Float64Array(100).fill(7)), 40)!;
    expect(shown.origin).toBeLessThanOrEqual(7);
    expect(shown.origin + shown.width * shown.shares.length).toBeGreaterThan(7);
    expect(Array.from(shown.shares)).toEqual([1]);
    expect(
      displayHistogram(columnTallyOf(new Float64Array(9).fill(Number.NaN)), 40),
    ).toBeUndefined();
  });
});

describe("tallyCdf", () => {
  it("counts the share at or below, within what one bin holds", () => {
    const column = columnTallyOf(normals);
    for (const x of [0, 4, 7.7, 8, 10, 15]) {
      const exact = normals.filter((value) => value <= x).length / normals.length;
      expect(Math.abs(tallyCdf(column, x) - exact)).toBeLessThan(0.001);
    }
    expect(tallyCdf(column, column.min - 1)).toBe(0);
    expect(tallyCdf(column, column.max)).toBe(1);
  });

  it("is exact for whole numbers", () => {
    const column = columnTallyOf(dice, true);
    for (const x of [0, 1, 2.5, 3, 6]) {
      expect(tallyCdf(column, x)).toBe(dice.filter((value) => value <= x).length / dice.length);
    }
  });

  it("undoes tallyQuantile", () => {
    const column = columnTallyOf(normals);
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), (p) => {
        expect(tallyCdf(column, tallyQuantile(column, p))).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe("exceedance", () => {
  it("falls from one to zero along ascending values", () => {
    const { values, probabilities } = exceedance(columnTallyOf(normals), 60);
    expect(values).toHaveLength(60);
    expect(values).toEqual(values.toSorted());
    expect(probabilities).toEqual(probabilities.toSorted().toReversed());
    expect(probabilities[0]).toBeCloseTo(0.999, 6);
    expect(probabilities.at(-1)).toBeCloseTo(0.001, 6);
  });

  it("includes each whole number, and counts reaching it as reached", () => {
    const { values, probabilities } = exceedance(columnTallyOf(dice, true), 60);
    expect(Array.from(values)).toEqual([1, 2, 3, 4, 5, 6]);
    values.forEach((value, index) => {
      const exact = dice.filter((each) => each >= value).length / dice.length;
      expect(probabilities[index]).toBeCloseTo(exact, 12);
    });
  });

  it("skips whole numbers where there are more than points", () => {
    const counts = Float64Array.from({ length: 20_000 }, () => Math.round(500 + 100 * normal()));
    const { values } = exceedance(columnTallyOf(counts, true), 20);
    expect(values.length).toBeLessThanOrEqual(20);
    expect(values.every(Number.isInteger)).toBe(true);
  });

  it("is one point for a constant and empty without values", () => {
    const constant = exceedance(columnTallyOf(new Float64Array(100).fill(7)), 60);
    expect(Array.from(constant.values)).toEqual([7]);
    expect(exceedance(columnTallyOf(new Float64Array(9).fill(Number.NaN)), 60).values).toHaveLength(
      0,
    );
  });
});
