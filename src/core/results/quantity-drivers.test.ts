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

it("tells the change with the standard error by which it scatters over seeds", () => {
  const seeds = 400;
  const registers = [...program.inputs.map((input) => input.register), register];
  const scores = Array.from({ length: seeds }, (_, seed) => {
    const drawn = createInterpreter(program, seed).columns(0, 1_000, registers);
    const { drivers } = quantityDrivers(program, drawn.slice(0, -1), drawn.at(-1)!);
    const { value, standardError } = drivers[0]!.change;
    // Twice the mean beyond the 80 % quantile, times 3.
    return (value - 6 * 1.39981) / standardError;
  });
  const meanSquare = scores.reduce((sum, score) => sum + score * score, 0) / seeds;
  // The mean of 400 squares of normal scores has a standard deviation of √(2/400) = 0.07.
  expect(Math.abs(meanSquare - 1)).toBeLessThan(4 * 0.07);
  // The bounds of the ends move together. Per draw, an end's variance is (9 · 0.2186 + 1 + 0.8 · 9 · s²)/0.2 with 0.2186
  // that of a normal beyond its 80 % quantile and s = 1.39981 − 0.84162; twice 9 · s² is taken off the sum of both.
  const ends = found.drivers[0]!;
  const apart = Math.hypot(ends.low.standardError, ends.high.standardError);
  expect(ends.change.standardError / apart).toBeCloseTo(Math.sqrt(1 - 5.61 / 52.1), 1.5);
});
