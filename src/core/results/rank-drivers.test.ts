import { expect, it } from "vitest";
import { harbourResult } from "../../../test/support/harbour-result.ts";
import { isClear, rankDrivers } from "./rank-drivers.ts";

const { result, sensitivity } = harbourResult();
const driversOf = (id: string) => {
  const index = result.program.targets.findIndex((target) => target.id === id);
  return rankDrivers(sensitivity, index).map((driver) => ({
    ...driver,
    name: result.program.inputs[driver.input]?.stream,
  }));
};

it("ranks the inputs of a target by how far they move its probability", () => {
  const drivers = driversOf("revenue");
  // Revenue grows by elasticity · trade − 10 · strike, with trade N(5, 4) and elasticity N(1.1, 0.1).
  expect(drivers.map(({ name }) => name)).toEqual([
    "world_trade@2021",
    "strike@2021",
    "trade_elasticity",
  ]);
  const sizes = drivers.map(({ change }) => Math.abs(change.value));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

it("leaves out inputs that a target cannot depend on", () => {
  // Only the target that is compared with it depends on the assigned revenue.
  expect(driversOf("revenue_assigned").map(({ name }) => name)).toContain("assigned_revenue@2021");
  expect(driversOf("revenue").map(({ name }) => name)).not.toContain("assigned_revenue@2021");
});

it("tells a change from sampling error", () => {
  const [first] = driversOf("revenue");
  expect(first && isClear(first)).toBe(true);
  const change = { value: -0.029, standardError: 0.01 };
  expect(first && isClear({ ...first, change })).toBe(false);
  expect(first && isClear({ ...first, change: { ...change, value: -0.031 } })).toBe(true);
});
