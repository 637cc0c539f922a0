import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDistribution } from "../language/read-distribution.ts";
import type { Distribution } from "../model/distribution.ts";
import { median, quantile } from "../sampling/quantile.ts";
import { centreControl, editedDistribution, hasSpread, moveCentre } from "./centre-control.ts";
import { NO_EDIT, type QuantityEdit } from "./quantity-edit.ts";
import { reshape, SHAPES } from "./shape-options.ts";

const laws: readonly Distribution[] = [
  { kind: "normal", mean: 6, sd: 1.7 },
  { kind: "lognormal", meanLog: 3, sdLog: 0.4 },
  { kind: "triangular", low: 26, mode: 28, high: 31 },
  { kind: "student_t", df: 5, location: -2, scale: 0.3 },
  { kind: "pert", low: 0, mode: 4000, high: 20_000 },
];
const law = fc.constantFrom(...laws);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("the control of a centre", () => {
  it("puts the median where it is told, wherever the spread is", () => {
    fc.assert(
      fc.property(law, share, fc.constantFrom(0.5, 1, 2), (own, at, factor) => {
        const edit: QuantityEdit = { kind: "uncertain", factor, by: 0 };
        const { low, high, step, value: before } = centreControl(own, edit);
        expect(low).toBeLessThan(before);
        expect(before).toBeLessThan(high);
        const wanted = low + at * (high - low);
        const moved = moveCentre(own, edit, wanted);
        const error = Math.abs(median(editedDistribution(own, moved)) - wanted);
        const isSnapped = moved.kind === "uncertain" && moved.by === 0;
        expect(error).toBeLessThanOrEqual(isSnapped ? step / 2 + 1e-9 : 1e-6 * (high - low));
        expect((high - low) / step).toBeGreaterThanOrEqual(100);
      }),
    );
  });

  it("widens about the median", () => {
    for (const own of laws) {
      const wide = editedDistribution(own, { kind: "uncertain", factor: 2, by: 1 });
      const middle = median(own);
      for (const p of [0.05, 0.5, 0.8]) {
        // By definition: median + by + factor · (x − median).
        const expected = middle + 1 + 2 * (quantile(own, p) - middle);
        expect(Math.abs(quantile(wide, p) - expected)).toBeLessThan(
          1e-9 * (1 + Math.abs(expected)),
        );
      }
    }
  });

  it("sets events and counts by their rate", () => {
    const event: Distribution = { kind: "bernoulli", probability: 0.2 };
    expect(centreControl(event, NO_EDIT)).toMatchObject({
      kind: "probability",
      value: 0.2,
      low: 0,
      high: 1,
    });
    const moved = moveCentre(event, NO_EDIT, 0.35);
    expect(moved).toMatchObject({ law: { distributionText: "bernoulli(0.35)" } });
    expect(moveCentre(event, moved, 0.2)).toEqual(NO_EDIT);
    expect(hasSpread(event, NO_EDIT)).toBe(false);
    const count: Distribution = { kind: "poisson", mean: 12 };
    expect(centreControl(count, NO_EDIT)).toMatchObject({ kind: "mean", value: 12, high: 36 });
    expect(moveCentre(count, NO_EDIT, 15)).toMatchObject({
      law: { distribution: { kind: "poisson", mean: 15 } },
    });
  });

  it("sets a fixed value, and gives the model's own back", () => {
    const own: Distribution = { kind: "constant", value: 0.8 };
    expect(centreControl(own, NO_EDIT)).toEqual({
      kind: "value",
      value: 0.8,
      low: 0,
      high: 1.6,
      step: 0.01,
    });
    const moved = moveCentre(own, NO_EDIT, 0.95);
    expect(moved).toEqual({ kind: "fixed", value: 0.95 });
    expect(moveCentre(own, moved, 0.8)).toEqual(NO_EDIT);
  });
});

describe("another shape", () => {
  it("keeps the median and the width, and is written as it is", () => {
    for (const own of laws) {
      for (const shape of SHAPES) {
        const made = reshape(own, shape);
        if (made === undefined) throw new Error(shape);
        const width = quantile(own, 0.95) - quantile(own, 0.05);
        const { distribution, distributionText } = made;
        expect(Math.abs(median(distribution) - median(own))).toBeLessThan(2e-3 * width);
        const widthNow = quantile(distribution, 0.95) - quantile(distribution, 0.05);
        expect(Math.abs(widthNow - width)).toBeLessThan(4e-3 * width);
        expect(parseDistribution(distributionText)).toEqual({ ok: true, distribution });
      }
    }
  });

  it("has none for a fixed value", () => {
    expect(reshape({ kind: "constant", value: 1 }, "normal")).toBeUndefined();
  });
});
