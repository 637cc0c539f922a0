import { expect, it } from "vitest";
import { harbourResult } from "../../test/support/harbour-result.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { probeIndicator } from "../core/model/probe-target.ts";
import { movesQuantity, quantityDrivers } from "../core/results/quantity-drivers.ts";
import { quantityDriversSpec } from "./quantity-drivers-spec.ts";

const { result } = harbourResult(2_000);
const { definition } = result;
const target = definition.targets.find(({ id }) => id === "revenue")!;
const indicator = definition.indicators.find(({ id }) => id === target.indicator)!;
const [period] = definition.periods as readonly [number];
const { program, register } = probeIndicator(definition, indicator.id, period);
const columns = createInterpreter(program, 1).columns(0, 4_000, [
  ...program.inputs.map((input) => input.register),
  register,
]);
const found = quantityDrivers(program, columns.slice(0, -1), columns.at(-1)!);
const quantity = { indicator, period, program, found };

it("shows the inputs that clearly move the mean, the table all, in both languages", () => {
  for (const language of ["zh", "en"] as const) {
    const spec = quantityDriversSpec(result, quantity, language)!;
    const clear = found.drivers.filter(movesQuantity).length;
    expect(spec.y.kind === "category" && spec.y.rows.length).toBe(Math.min(8, clear));
    expect(spec.table.rows.length).toBe(found.drivers.length);
    const rule = spec.layers.find((layer) => layer.kind === "rule");
    // The mean of the column itself.
    const mean = columns.at(-1)!.reduce((sum, value) => sum + value, 0) / 4_000;
    expect(Math.abs(rule!.value / mean - 1) < 1e-9 || language === "en").toBe(true);
    for (const row of spec.y.kind === "category" ? spec.y.rows : []) {
      expect(spec.alt).toContain(row.label.replace(" *", ""));
    }
  }
});

it("is nothing where no input moves the quantity", () => {
  const none = { ...quantity, found: { ...found, drivers: [] } };
  expect(quantityDriversSpec(result, none, "zh")).toBeUndefined();
});
