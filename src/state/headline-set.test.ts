import { expect, it } from "vitest";
import { headlineSet } from "./headline-set.ts";

it("is the binding targets where there are any, else all", () => {
  const binding = { commitment: "binding" } as const;
  const expected = { commitment: "expected" } as const;
  expect(headlineSet([expected, binding])).toBe("binding");
  expect(headlineSet([expected, expected])).toBe("all");
  expect(headlineSet([])).toBe("all");
});
