import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNormals, createUniforms } from "../../../test/support/random-numbers.ts";
import { columnTallyOf } from "../../../test/support/tally-of.ts";
import { tallyQuantile } from "../results/tally-quantile.ts";
import { histogramLayout } from "./histogram-layout.ts";

const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

const normal = createNormals(5);
const uniform = createUniforms(9);

/** Columns of the shapes that models have, made by textbook transformations. */
const SHAPES: Readonly<Record<string, () => number>> = {
  normal: () => 8 + 0.5 * normal(),
  "lognormal with log sd 1": () => Math.exp(normal()),
  "t with 2 degrees of freedom": () => normal() / Math.sqrt(-Math.log(uniform())),
  uniform: () => 100 + uniform(),
  exponential: () => -Math.log(uniform()),
  "two modes far apart": () => (uniform() < 0.3 ? -20 + normal() : 20 + 3 * normal()),
  "a rare disaster": () => (uniform() < 0.02 ? -60 + 5 * normal() : 6 + normal()),
};

describe("a histogram laid out by its pilot", () => {
  it.each(Object.entries(SHAPES))(
    "keeps quantiles of %s within 0.001 sd of the exact ones",
    (_, draw) => {
      const values = Float64Array.from({ length: 1_000_000 }, draw);
      const column = columnTallyOf(values);
      const sd = Math.sqrt(column.m2 / (column.count - 1));
      values.sort();
      for (const p of PROBABILITIES) {
        // Exact: order statistic of the same million draws.
        const exact = values[Math.ceil(p * values.length) - 1]!;
        expect(Math.abs(tallyQuantile(column, p) - exact)).toBeLessThan(0.001 * sd);
      }
    },
  );

  it.each(Object.entries(SHAPES))("leaves few values of %s outside its bins", (_, draw) => {
    const { histogram, count } = columnTallyOf(Float64Array.from({ length: 200_000 }, draw));
    const outside = histogram.counts[0]! + histogram.counts.at(-1)!;
    expect(outside / count).toBeLessThan(0.004);
  });

  it("has one value at a constant column's bins, and quantiles equal to it", () => {
    for (const value of [0, 8, -1e9, 1e-30]) {
      const column = columnTallyOf(new Float64Array(5000).fill(value));
      for (const p of [0, ...PROBABILITIES, 1]) expect(tallyQuantile(column, p)).toBe(value);
      expect(column.m2).toBe(0);
    }
  });

  it("ignores pilot values that are not finite, and lives with none that are", () => {
    const gaps = Float64Array.of(
      1,
      Number.NaN,
      2,
      Number.POSITIVE_INFINITY,
      3,
      Number.NEGATIVE_INFINITY,
    );
    const layout = histogramLayout(gaps, false);
    expect(layout).toEqual(histogramLayout(Float64Array.of(1, 2, 3), false));
    const column = columnTallyOf(new Float64Array(2000).fill(Number.NaN));
    expect(column.count).toBe(0);
    expect(tallyQuantile(column, 0.5)).toBeNaN();
  });

  it("holds every pilot value in its bins for any values", () => {
    const values = fc.float64Array({
      minLength: 1,
      maxLength: 50,
      noNaN: true,
      min: -1e100,
      max: 1e100,
    });
    fc.assert(
      fc.property(values, (pilot) => {
        const { histogram, min, max } = columnTallyOf(pilot);
        const end = histogram.origin + histogram.width * (histogram.counts.length - 2);
        const reached = pilot.filter((value) => value >= histogram.origin && value < end).length;
        const inside = histogram.counts.subarray(1, -1).reduce((sum, count) => sum + count, 0);
        expect(inside).toBe(reached);
        // A least value of −0 is reported as 0.
        expect(min).toBe(Math.min(...pilot) + 0);
        expect(max).toBe(Math.max(...pilot) + 0);
      }),
    );
  });
});

describe("a histogram of whole numbers", () => {
  /** Poisson numbers by counting uniforms whose product stays above exp(−mean) (Knuth, TAOCP 3.4.1). */
  const poisson = (mean: number): number => {
    let count = 0;
    for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
    return count;
  };

  it.each([0.3, 3, 40])("has exact whole-number quantiles for counts with mean %d", (mean) => {
    const values = Float64Array.from({ length: 50_000 }, () => poisson(mean));
    const column = columnTallyOf(values, true);
    expect(column.histogram).toMatchObject({ whole: true, width: 1 });
    values.sort();
    for (const p of PROBABILITIES) {
      expect(tallyQuantile(column, p)).toBe(values[Math.ceil(p * values.length) - 1]);
    }
  });

  it("joins an odd number of whole numbers where there are too many", () => {
    const values = Float64Array.from({ length: 100_000 }, () => Math.round(1e6 + 2000 * normal()));
    const column = columnTallyOf(values, true);
    const { width, origin } = column.histogram;
    expect(width % 2).toBe(1);
    expect(Number.isInteger(origin + width / 2)).toBe(true);
    values.sort();
    for (const p of PROBABILITIES) {
      const quantile = tallyQuantile(column, p);
      expect(Number.isInteger(quantile)).toBe(true);
      expect(Math.abs(quantile - values[Math.ceil(p * values.length) - 1]!)).toBeLessThanOrEqual(
        width,
      );
    }
  });

  it("keeps an event that the pilot did not see", () => {
    const values = new Float64Array(4096);
    values.fill(1, 2048, 3072);
    const column = columnTallyOf(values, true);
    expect(tallyQuantile(column, 0.7)).toBe(0);
    expect(tallyQuantile(column, 0.8)).toBe(1);
  });
});
