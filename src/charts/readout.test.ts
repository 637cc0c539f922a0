import { expect, it } from "vitest";
import { bellShaped, sampleResult } from "../../test/support/sample-result.ts";
import { exceedanceSpec } from "./exceedance-spec.ts";
import { histogramSpec } from "./histogram-spec.ts";
import { readoutOf } from "./readout.ts";

const event = { threshold: 4, hitSide: "above", strict: false } as const;
const counts = sampleResult([{ id: "a", unit: "projects", values: [3, 5, 3, 4], event }]);
const smooth = sampleResult([{ id: "a", unit: "%", values: bellShaped(2_003, 4, 1), event }]);

it("names bars of whole numbers by their number", () => {
  // By hand: half of the four draws are 3.
  expect(readoutOf(histogramSpec(counts, "a", "zh")).texts).toContain("3个: 50.0%");
});

it("names other bars by their range", () => {
  for (const text of readoutOf(histogramSpec(smooth, "a", "en")).texts) {
    expect(text).toMatch(/^−?\d+\.\d+–−?\d+\.\d+%: \d+\.\d%$/);
  }
});

it("has positions in ascending order, a text for each", () => {
  const { xs, ys, texts } = readoutOf(exceedanceSpec(smooth, "a", "zh"));
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  expect(ys).toHaveLength(xs.length);
  expect(texts).toHaveLength(xs.length);
});
