import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, wrapText } from "./text-width.ts";

const words = fc.string({
  unit: fc.constantFrom("a", "m", "W", " ", "，", "达", "标", "概", "（", "）", "%", "7"),
  maxLength: 60,
});

describe("textWidth", () => {
  it("counts Chinese as one em each", () => {
    expect(textWidth("达标概率", 12)).toBe(48);
  });

  it("adds up and grows with the size", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(textWidth(a + b, 10)).toBeCloseTo(textWidth(a, 10) + textWidth(b, 10), 9);
        expect(textWidth(a, 20)).toBeCloseTo(2 * textWidth(a, 10), 9);
      }),
    );
  });
});

describe("wrapText", () => {
  it("loses nothing but spaces at the breaks", () => {
    const bare = (text: string) => text.replaceAll(" ", "");
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 400 }), (text, width) => {
        expect(bare(wrapText(text, width, 12).join(""))).toBe(bare(text));
      }),
    );
  });

  it("keeps lines within the width unless a single piece is wider", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 80, max: 400 }), (text, width) => {
        for (const line of wrapText(text, width, 12)) {
          const breakable = /\S\s+\S|[\u4e00-\u9fff]./u.test(line);
          if (breakable && !/\S{7,}/.test(line)) {
            expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
          }
        }
      }),
    );
  });

  it("keeps a number with its unit at no-break spaces", () => {
    const lines = wrapText("even odds of 28.7\u00a0×\u00a0100\u00a0mn\u00a0US$ or more", 120, 12);
    expect(lines).toContain("28.7\u00a0×\u00a0100\u00a0mn\u00a0US$");
  });

  it("keeps a Chinese word with what a no-break space ties to it", () => {
    const lines = wrapText("低\u00a0≤\u00a0−0.901%，高\u00a0≥\u00a00.908%", 100, 12);
    expect(lines).toEqual(["低\u00a0≤\u00a0−0.901%，", "高\u00a0≥\u00a00.908%"]);
  });

  it("never begins a line with a closing mark", () => {
    const text = "一、综合发展（数字化车间）、智能工厂，新增100家以上。".repeat(4);
    for (let width = 40; width < 300; width += 7) {
      for (const line of wrapText(text, width, 12)) expect(line).not.toMatch(/^[，。、）]/);
    }
  });
});
