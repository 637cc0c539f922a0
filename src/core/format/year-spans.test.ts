import { expect, it } from "vitest";
import { yearSpans } from "./year-spans.ts";

it("joins years that follow each other", () => {
  expect(yearSpans([2011, 2012, 2013, 2016, 2018, 2019], "en")).toBe("2011–2013, 2016, 2018–2019");
  expect(yearSpans([2020], "zh")).toBe("2020");
  expect(yearSpans([2018, 2020], "zh")).toBe("2018、2020");
  expect(yearSpans([], "zh")).toBe("");
});
