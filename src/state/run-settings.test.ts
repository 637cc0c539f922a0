import { describe, expect, it } from "vitest";
import { parseDraws, parseSeed } from "./run-settings.ts";

describe("parseDraws", () => {
  it.each([
    ["100000", 100_000],
    ["100,000", 100_000],
    ["１０，０００", 10_000],
    ["50k", 50_000],
    ["2M", 2_000_000],
    ["1.5万", 15_000],
    ["3 百万", 3_000_000],
    ["10000000", 10_000_000],
  ])("reads %s", (text, draws) => {
    expect(parseDraws(text)).toBe(draws);
  });

  it.each(["", "0", "-5", "1.5", "1e5", "10000001", "many", "5kk"])("refuses %j", (text) => {
    expect(parseDraws(text)).toBeUndefined();
  });
});

describe("parseSeed", () => {
  it("reads whole numbers that a double holds exactly", () => {
    expect(parseSeed("0")).toBe(0);
    expect(parseSeed("9007199254740991")).toBe(9_007_199_254_740_991);
    expect(parseSeed("9007199254740992")).toBeUndefined();
    expect(parseSeed("1.0")).toBeUndefined();
    expect(parseSeed("")).toBeUndefined();
  });
});
