import fc from "fast-check";
import { expect, it } from "vitest";
import { placeRuleLabels, type Rule } from "./rule-labels.ts";

const rule = fc
  .record({
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    label: fc.string({ maxLength: 30 }),
  })
  .map(({ value, label }): Rule => {
    return { kind: "rule", axis: "x", value, label, color: "ink", dashed: false };
  });

it("places labels so that none covers another", () => {
  const width = fc.integer({ min: 240, max: 1200 });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), width, (rules, pixels) => {
      const boxes = placeRuleLabels(rules, (x) => x * pixels, [0, pixels]).map(({ box }) => box);
      for (const [k, a] of boxes.entries()) {
        for (const b of boxes.slice(k + 1)) {
          const apart = a.to <= b.from || b.to <= a.from || a.last < b.first || b.last < a.first;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

it("keeps labels of few words within the chart", () => {
  const labelled = { kind: "rule", axis: "x", label: "目标：增长8%左右（≥ 7.5%）" } as const;
  for (let value = 0; value <= 1; value += 0.05) {
    const rules: Rule[] = [{ ...labelled, value, color: "ink", dashed: false }];
    const [placed] = placeRuleLabels(rules, (x) => x * 300, [0, 300]);
    expect(placed?.box.from).toBeGreaterThanOrEqual(0);
    expect(placed?.box.to).toBeLessThanOrEqual(300);
  }
});
