import { expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  name,
  normal,
  number,
} from "../../../test/support/build-definition.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { probeIndicator } from "../model/probe-target.ts";
import { movesQuantity, quantityDrivers } from "./quantity-drivers.ts";

const definition = buildDefinition({
  inputs: { strong: normal(0, 3), weak: normal(0, 1), idle: normal(0, 1) },
  indicators: {
    sum: { equation: binary(name("strong"), "-", name("weak")) },
    other: { equation: binary(name("idle"), "+", number(1)) },
  },
});
const { program, register } = probeIndicator(definition, "sum", definition.periods[0]!);
const draws = 16_000;
const columns = createInterpreter(program, 1).columns(0, draws, [
  ...program.inputs.map((input) => input.register),
  register,
]);
const found = quantityDrivers(program, columns.slice(0, -1), columns.at(-1)!);
const streams = found.drivers.map(({ input }) => program.inputs[input]?.stream.split("@")[0]);

it("ranks by how far the quantity moves, without what has nothing to do with it", () => {
  expect(streams.slice(0, 2)).toEqual(["strong", "weak"]);
  expect(streams).not.toContain("idle");
});

it("gives the means over fifths of a normal input, known in closed form", () => {
  // The mean of a standard normal beyond its 80 % quantile: φ(0.8416)/0.2 = 1.39981 (SciPy 1.17.1,
  // norm.pdf(norm.ppf(0.8)) / 0.2), times the standard deviation; the other input is 0 on average.
  const [strong, weak] = found.drivers;
  const expected = [
    [strong!, 3 * 1.39981],
    [weak!, -1.39981],
  ] as const;
  for (const [driver, mean] of expected) {
    expect(Math.abs(driver.high.mean - mean)).toBeLessThan(4 * driver.high.standardError);
    expect(Math.abs(driver.low.mean + mean)).toBeLessThan(4 * driver.low.standardError);
    expect(driver.high.standardError).toBeLessThan(0.1);
    expect(movesQuantity(driver)).toBe(true);
  }
});
