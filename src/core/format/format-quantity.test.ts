import { describe, expect, it } from "vitest";
import { formatObserved, formatQuantity, unitSuffix } from "./format-quantity.ts";

describe("formatQuantity", () => {
  // Units' short forms are those of `unitLabel`; \u00a0 keeps number and unit on one line.
  it.each([
    [8.234, "% yoy real", "zh", "8.23%"],
    [28.31, "100 million US dollars", "zh", "28.3亿美元"],
    [28.31, "100 million US dollars", "en", "2.83\u00a0bn US$"],
    [134, "10 thousand persons", "en", "1340\u00a0thousand persons"],
    [134, "10 thousand persons", "zh", "134万人"],
    [2.5, "hundred mu", "en", "250\u00a0mu"],
    [105, "factories", "en", "105\u00a0factories"],
    [-0.5, "percentage points", "en", "−0.500\u00a0pp"],
    [0.9, "1", "zh", "0.900"],
  ] as const)("writes %d %s in %s as %s", (value, unit, language, text) => {
    expect(formatQuantity(value, unit, language)).toBe(text);
  });

  it("takes the decimals it is given", () => {
    expect(formatQuantity(8, "%", "en", 1)).toBe("8.0%");
  });

  it("sets no space before Chinese and percent signs", () => {
    expect(unitSuffix("% of GDP", "en")).toBe("%");
    expect(unitSuffix("10 thousand tce", "zh")).toBe("万吨标煤");
    expect(unitSuffix("1", "en")).toBe("");
  });
});

it("writes what was observed with its own decimals", () => {
  expect(formatObserved(7, "% yoy real", "zh")).toBe("7%");
  expect(formatObserved(7.8, "% yoy real", "zh")).toBe("7.8%");
  expect(formatObserved(4355.24, "100 million yuan", "zh")).toBe("4355.24亿元");
  expect(formatObserved(130, "100 million yuan", "en")).toBe("13.0\u00a0bn yuan");
  expect(formatObserved(0.1 + 0.2, "1", "en")).toBe("0.3");
});
