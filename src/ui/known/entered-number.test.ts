import { expect, test } from "vitest";
import { enteredNumber } from "./entered-number.ts";

test.each([
  ["8.30", 8.3, 0.01],
  ["−1,234", -1234, 1],
  ["８.５％", 8.5, 0.1],
  [" +.5 ", 0.5, 0.1],
  ["7.", 7, 1],
])("%s is a number", (text, value, lastDigit) => {
  expect(enteredNumber(text)).toEqual({ value, lastDigit });
});

test.each(["", "-", ".", "8,3.1.2", "1e5", "about 8"])("%j is none", (text) => {
  expect(enteredNumber(text)).toBeUndefined();
});
