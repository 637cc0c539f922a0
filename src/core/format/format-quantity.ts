import { unitLabel } from "../model/unit.ts";
import type { Language } from "../text.ts";
import { decimalsFor, formatNumber } from "./format-number.ts";
import { readingUnit, timesPowerOfTen } from "./reading-unit.ts";

/** No line break between a number and its unit. */
const NO_BREAK_SPACE = "\u00a0";

/**
 * What stands behind a number: the unit's short form, set off by a no-break space unless it is a
 * percent sign or Chinese; with a times sign where it begins with a number (`12 × 100 mn yuan`);
 * empty for the plain unit `1`.
 */
export function unitSuffix(unit: string, language: Language): string {
  const label = unitLabel(unit, language);
  if (label === "" || /^[%\u3400-\u9fff]/u.test(label)) return label;
  const times = /^\d/.test(label) ? `×${NO_BREAK_SPACE}` : "";
  return NO_BREAK_SPACE + times + label;
}

/**
 * Write a quantity with its unit for reading, e.g. `8.23%`, `28.3亿美元`, `2.83 bn US$`.
 * `unit` is as written in the model file, and `decimals` (three significant digits unless given)
 * are those of the value in that unit.
 */
export function formatQuantity(
  value: number,
  unit: string,
  language: Language,
  decimals = decimalsFor(value, 3),
): string {
  const reading = readingUnit(unit, language);
  return (
    formatNumber(
      timesPowerOfTen(value, reading.exponent),
      Math.max(0, decimals - reading.exponent),
    ) + unitSuffix(reading.unit, language)
  );
}

/** Write an observed value with its unit and with the decimals that it was published with, at most six. */
export function formatObserved(value: number, unit: string, language: Language): string {
  const written = String(Number(value.toFixed(6)));
  return formatQuantity(value, unit, language, written.split(".")[1]?.length ?? 0);
}
