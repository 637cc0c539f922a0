import { expect, it } from "vitest";
import { keepLatest } from "./keep-latest.ts";

it("makes a value anew only where it is not among the last asked for", () => {
  const made: string[] = [];
  const upper = keepLatest(2, (key: string) => {
    made.push(key);
    return key.toUpperCase();
  });
  expect(["a", "b", "a", "c", "a", "b"].map(upper)).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(made).toEqual(["a", "b", "c", "b"]);
});
