import { expect, test } from "vitest";
import { parseKnownValues } from "./known-value.ts";

const GDP = { name: "gdp", period: 2021, part: "q1", value: 8.5, sd: 0.4 };

test("what cannot be used is left out of an address", () => {
  const text = [
    "gdp~2021~q1~8.5~0.4",
    "gdp~2021~q1~8.5~0",
    "gdp~2021~q1~8.5~-1",
    "gdp~2021~q1~8.5",
    "gdp~2021~q1~many~1",
    "gdp~2021~q1~~1",
    "gdp~2021.5~q1~8~1",
    "gdp~2021~month~8~1",
    "gdp~2021~toString~8~1",
    "~2021~q1~8~1",
    "gdp~2021~q1~8~1~2",
    "",
  ].join("*");
  expect(parseKnownValues(text)).toEqual([GDP]);
});

test("nothing is nothing", () => {
  expect(parseKnownValues("none")).toEqual([]);
});
