import { describe, expect, it } from "vitest";
import { summariseHitCount } from "./hit-count.ts";

describe("summariseHitCount", () => {
  it("agrees with the binomial distribution", () => {
    // Binomial(4, 1/2): 1, 4, 6, 4, 1 sixteenths; cumulative 0.0625, 0.3125, 0.6875, 0.9375.
    const shares = [1, 4, 6, 4, 1].map((count) => count / 16);
    expect(summariseHitCount(shares)).toEqual({ mean: 2, low: 1, high: 3 });
  });

  it("is certain where the count is", () => {
    expect(summariseHitCount([0, 0, 1])).toEqual({ mean: 2, low: 2, high: 2 });
  });
});
