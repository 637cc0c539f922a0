import { expect, it } from "vitest";
import { bellShaped, sampleResult } from "../../test/support/sample-result.ts";
import { stripShape } from "./strip-shape.ts";

const event = { threshold: 1, hitSide: "above", strict: false } as const;
const values = bellShaped(2_003, 0, 1);
const result = sampleResult([{ id: "a", unit: "1", values, event }]);

const horizontal = (path: string) =>
  [...path.matchAll(/[MH](-?[\d.]+)/g)].map(([, x]) => Number(x));

it("fills hits on their side of the target's line", () => {
  const { hit, miss, targetLines } = stripShape(result, "a");
  const [line = 0] = targetLines;
  expect(Math.min(...horizontal(hit))).toBe(line);
  expect(Math.max(...horizontal(miss))).toBe(line);
});

it("stays within its size and is short", () => {
  const { hit, miss, outline } = stripShape(result, "a", 80, 16);
  for (const x of horizontal(hit + miss)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(80);
  }
  expect((hit + miss + outline).length).toBeLessThan(4_000);
});

it("marks what was observed afterwards, beyond the target's line where it hit", () => {
  const { actual, targetLines } = stripShape(result, "a", 80, 16, 2);
  expect(actual).toBeGreaterThan(targetLines[0] ?? Number.NaN);
  expect(actual).toBeLessThan(80);
  expect(stripShape(result, "a").actual).toBeUndefined();
});
