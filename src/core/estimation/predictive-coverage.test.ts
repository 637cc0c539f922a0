import { expect, it } from "vitest";
import { createNormals } from "../../../test/support/random-numbers.ts";
import { quantile } from "../sampling/quantile.ts";
import { partDistribution } from "./estimate-part.ts";
import { estimateSample } from "./estimate-sample.ts";

const SAMPLES = 4_000;
const YEARS = 6;
const LEVEL = 0.8;

/** How often the middle 80 % of an estimate's `next` hold the value after the sample. */
function coverage(seed: number): number {
  const normal = createNormals(seed);
  const growth = () => 6 + 2.5 * normal();
  const years = Array.from({ length: YEARS }, (_, i) => 2015 + i);
  const sketch = { id: "a", kind: "mean", of: "a", source: { cites: [] } } as const;
  let held = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const sample = { years, y: years.map(growth), columns: [] };
    const estimate = estimateSample({ ...sketch, terms: [{ id: "mean" }] }, sample);
    if (!("coefficients" in estimate)) throw new Error("Six years are enough.");
    const next = partDistribution(estimate, "next") ?? { kind: "constant", value: Number.NaN };
    const value = growth();
    const [low, high] = [0.5 - LEVEL / 2, 0.5 + LEVEL / 2].map((p) => quantile(next, p));
    if (value >= (low ?? 0) && value <= (high ?? 0)) held++;
  }
  return held / SAMPLES;
}

it("intervals of the next value hold it as often as they say, even after six years", () => {
  const standardError = Math.sqrt((LEVEL * (1 - LEVEL)) / SAMPLES);
  expect(Math.abs(coverage(1) - LEVEL)).toBeLessThan(3 * standardError);
});
