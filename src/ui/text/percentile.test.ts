import { expect, it } from "vitest";
import { percentile } from "./percentile.ts";

it("rounds to whole percentiles and never says nought or hundred", () => {
  expect([0, 0.004, 0.006, 0.5, 0.786, 0.994, 0.996, 1].map(percentile)).toEqual([
    "<1",
    "<1",
    "1",
    "50",
    "79",
    "99",
    ">99",
    ">99",
  ]);
});
