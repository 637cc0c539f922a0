import fc from "fast-check";
import { expect, it } from "vitest";
import { parseUnit, UNIT_MULTIPLIERS, UNIT_NOUNS } from "../model/unit.ts";
import { readingUnit, timesPowerOfTen } from "./reading-unit.ts";

// What the multipliers mean.
const SIZES: Readonly<Record<string, number>> = {
  "": 1,
  ten: 10,
  hundred: 100,
  thousand: 1000,
  "10 thousand": 1e4,
  million: 1e6,
  "10 million": 1e7,
  "100 million": 1e8,
  billion: 1e9,
};

const sizeOf = (unit: string, noun: string): number =>
  SIZES[unit.slice(0, unit.length - noun.length).trim()] ?? Number.NaN;

it("keeps quantities the same and knows every unit it names", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("", ...UNIT_MULTIPLIERS),
      fc.constantFrom(...UNIT_NOUNS),
      fc.constantFrom("zh", "en"),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      (multiplier, noun, language, value) => {
        const unit = `${multiplier} ${noun}`.trim();
        const reading = readingUnit(unit, language);
        expect(parseUnit(reading.unit)).toBeDefined();
        const shown = timesPowerOfTen(value, reading.exponent) * sizeOf(reading.unit, noun);
        const quantity = value * sizeOf(unit, noun);
        // Two products, each rounded once or twice: within a few units in the last place.
        expect(Math.abs(shown - quantity)).toBeLessThanOrEqual(
          4 * Number.EPSILON * Math.abs(quantity),
        );
      },
    ),
  );
});

it("leaves Chinese units and percentages as they are", () => {
  expect(readingUnit("100 million yuan", "zh")).toEqual({ unit: "100 million yuan", exponent: 0 });
  expect(readingUnit("% yoy real", "en")).toEqual({ unit: "% yoy real", exponent: 0 });
});

it("reads 28亿美元 as 2.8 billion US dollars", () => {
  const { unit, exponent } = readingUnit("100 million US dollars", "en");
  expect([timesPowerOfTen(28, exponent), unit]).toEqual([2.8, "billion US dollars"]);
});
