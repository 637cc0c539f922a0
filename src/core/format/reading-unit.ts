import type { Language } from "../text.ts";

/** A unit that a language counts by: values times 10^exponent are in it. */
export interface ReadingUnit {
  readonly unit: string;
  readonly exponent: number;
}

/** Multipliers that Chinese counts by and English does not, with the English ones in their place. */
const ENGLISH_MULTIPLIERS: Readonly<Record<string, ReadingUnit>> = {
  ten: { unit: "", exponent: 1 },
  hundred: { unit: "", exponent: 2 },
  "10 thousand": { unit: "thousand ", exponent: 1 },
  "10 million": { unit: "million ", exponent: 1 },
  "100 million": { unit: "billion ", exponent: -1 },
};

/**
 * The unit in which a language reads a quantity of `unit` (as written in model files): English
 * counts in thousands, millions and billions, Chinese as the file does.
 */
export function readingUnit(unit: string, language: Language): ReadingUnit {
  const [, multiplier = "", rest = ""] =
    /^(ten|hundred|10 thousand|10 million|100 million) (.+)$/.exec(unit.trim()) ?? [];
  const english = language === "en" ? ENGLISH_MULTIPLIERS[multiplier] : undefined;
  if (english === undefined) return { unit, exponent: 0 };
  return { unit: english.unit + rest, exponent: english.exponent };
}

/** value · 10^exponent, rounded once, for small whole exponents. */
export function timesPowerOfTen(value: number, exponent: number): number {
  return exponent < 0 ? value / Number(`1e${-exponent}`) : value * Number(`1e${exponent}`);
}
