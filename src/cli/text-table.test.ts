import { describe, expect, test } from "vitest";
import { textTable } from "./text-table.ts";
import { cutText, padText, textWidth } from "./text-width.ts";

describe("the width of a text in a terminal", () => {
  // Unicode Standard Annex 11: W and F are two cells, Na and N one, nonspacing marks none.
  test.each([
    ["abc", 3],
    ["增长8%", 6],
    ["（力争）", 8],
    ["PM2.5 µg/m³", 11],
    ["e\u0301", 1],
    ["𠮷野家", 6],
    ["1–2 −3 “…”", 10],
    ["", 0],
  ])("%s is %d cells", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test("padding counts cells", () => {
    expect(padText("目标", 6, "left")).toBe("目标  ");
    expect(padText("目标", 6, "right")).toBe("  目标");
    expect(padText("目标目标", 6, "right")).toBe("目标目标");
  });

  test("cutting never passes the width, and cuts nothing that fits", () => {
    expect(cutText("一二三", 6)).toBe("一二三");
    expect(cutText("一二三", 5)).toBe("一二…");
    expect(cutText("一二三", 4)).toBe("一…");
    expect(cutText("abcdef", 4)).toBe("abc…");
  });
});

test("columns stand below each other, wide characters included", () => {
  const rows = [["目标", "概率"], { heading: "一、港口" }, ["吞吐量", "5%"], ["GDP", "100%"]];
  expect(textTable(rows, ["left", "right"])).toBe(
    ["目标    概率", "", "一、港口", "吞吐量    5%", "GDP     100%", ""].join("\n"),
  );
});
