import { expect, it } from "vitest";
import { T_95 } from "./replicate-estimate.ts";
import { weightedEstimate } from "./weighted-estimate.ts";
import { wilsonInterval } from "./wilson-interval.ts";

it("is as sure of a miss that weighs next to nothing as of no miss at all", () => {
  // 16 replicates of 1000 draws of weight 1; one draw more, a miss, weighs 1e-9.
  const weights = (extra: number) =>
    Float64Array.from({ length: 16 }, (_, r) => 1000 + (r === 0 ? extra : 0));
  const hits = (extra: number) => weights(extra);
  const event = { weights: weights(0), squares: 16_000, hits: hits(0) };
  const total = { weights: weights(1e-9), squares: 16_000, hits: hits(1) };
  const { interval95 } = weightedEstimate(event, total, "sobol");
  // Wilson's interval for 16,000 independent draws without a miss.
  const [low, high] = wilsonInterval(16_000, 16_000, T_95);
  expect(interval95[0]).toBeCloseTo(low, 9);
  expect(interval95[1]).toBeCloseTo(high, 9);
});
