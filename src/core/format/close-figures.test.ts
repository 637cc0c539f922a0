import { describe, expect, it } from "vitest";
import { closeFigures } from "./close-figures.ts";

describe("closeFigures", () => {
  it.each([
    ["grows by about 8 %", "grows by about 8%"],
    ["at least 7.5 % (half of the last digit)", "at least 7.5% (half of the last digit)"],
    ["160 000 persons", "160\u00a0000 persons"],
    ["1 200 000 tce", "1\u00a0200\u00a0000 tce"],
  ])("lets no line end inside the figure of %j", (text, expected) => {
    expect(closeFigures(text)).toBe(expected);
  });

  it.each(["20 projects", "2021-25 was not public", "PM2.5 of 32", "in 2016 and 2017", "%"])(
    "leaves %j alone",
    (text) => {
      expect(closeFigures(text)).toBe(text);
    },
  );
});
