import { expect, it } from "vitest";
import { harbourResult } from "../../../test/support/harbour-result.ts";
import { influenceByQuantity } from "./influence.ts";
import { rankDrivers } from "./rank-drivers.ts";

const { result, sensitivity } = harbourResult(4_000);
const { definition, program } = result;

it("is the change of a target's first driver, and of none that cannot reach it", () => {
  program.targets.forEach((_, target) => {
    const drivers = rankDrivers(sensitivity, target);
    const found = influenceByQuantity(definition, program, sensitivity, target);
    expect(found.size).toBe(drivers.length);
    const [first] = drivers;
    const id = program.inputs[first!.input]!.stream.split("@")[0]!;
    expect(found.get(id)).toMatchObject({ target, change: first!.change });
  });
});

it("is the largest over targets where none is named", () => {
  const found = influenceByQuantity(definition, program, sensitivity);
  const changes = sensitivity.inputs.map(({ input, targets }) => ({
    id: program.inputs[input]!.stream.split("@")[0]!,
    largest: Math.max(...targets.map(({ change }) => Math.abs(change.value))),
    // Brute force: each input of this plan of one year is one stream.
    total: targets.reduce((sum, { change }) => sum + Math.abs(change.value), 0),
  }));
  for (const { id, largest, total } of changes) {
    expect(found.get(id)!.total).toBeCloseTo(total, 12);
    expect(Math.abs(found.get(id)!.change.value)).toBe(largest);
  }
  expect(found.size).toBe(changes.length);
});
