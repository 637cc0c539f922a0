import { expect, it } from "vitest";
import { arcSine } from "./arc-sine.ts";

it("agrees with the engine's arc sine", () => {
  for (let x = -1; x <= 1; x += 1 / 4096) {
    expect(Math.abs(arcSine(x) - Math.asin(x))).toBeLessThan(7e-16);
  }
  expect(arcSine(0)).toBe(0);
});
