import { expect, it } from "vitest";
import { harbourResult } from "../../../test/support/harbour-result.ts";
import type { Language } from "../text.ts";
import { driverWords } from "./driver-words.ts";

const { definition, program } = harbourResult(100).result;
const words = (stream: string, low: number, high: number, language: Language, share = 0.2) => {
  const input = program.inputs.findIndex((each) => each.stream === stream);
  const ends = { low: { bound: low, share }, high: { bound: high, share: 1 - share } };
  return driverWords(definition, program, { input, ends }, language);
};

it("names an input with its low and high values and their unit", () => {
  const { label, ends } = words("world_trade@2021", 1.634, 8.37, "zh");
  expect(label).toBe("世界贸易增速");
  // The high end's share is 0.8 here, and said; a fifth is not.
  expect(ends).toBe("低\u00a0≤\u00a01.63%，高\u00a0≥\u00a08.37%（占80%）");
});

it("says the share of the draws where it is no fifth, and writes whole values whole", () => {
  const { low, high } = words("strike@2021", 0, 1, "en", 0.95);
  expect(low).toBe("≤\u00a00 (95% of draws)");
  expect(high).toBe("≥\u00a01 (5% of draws)");
});

it("converts to the units that a language reads", () => {
  // 102 and 108 of 100 million yuan are 10.2 and 10.8 billion.
  const { low } = words("assigned_revenue@2021", 102.04, 108, "en");
  expect(low).toBe("≤\u00a010.2\u00a0bn yuan");
});
