import { decimalsFor } from "../format/format-number.ts";
import { formatPercent } from "../format/format-probability.ts";
import { formatQuantity } from "../format/format-quantity.ts";
import type { Interval, Response } from "../model/check.ts";
import type { Text } from "../text.ts";

/** Writes a number with its unit in both languages. */
export type NumberWriter = (value: number) => Text;

/** Numbers in a unit of a model file, to four significant digits. */
export function inUnit(unit: string): NumberWriter {
  return (value) => {
    const decimals = decimalsFor(value, 4);
    return {
      zh: formatQuantity(value, unit, "zh", decimals),
      en: formatQuantity(value, unit, "en", decimals),
    };
  };
}

/** Shares (0..1) as percentages. */
export const asPercent: NumberWriter = (value) => {
  const text = formatPercent(value, 2);
  return { zh: text, en: text };
};

/** What an interval asks for. */
export function expectInterval([low, high]: Interval, write: NumberWriter): Text {
  const from = write(low);
  const to = write(high);
  return { zh: `应在 ${from.zh} 与 ${to.zh} 之间`, en: `between ${from.en} and ${to.en}` };
}

const RESPONSES: Readonly<Record<Response, Text>> = {
  rises: { zh: "上升", en: "rises" },
  falls: { zh: "下降", en: "falls" },
  unchanged: { zh: "不变", en: "unchanged" },
};

/** What a response asks for. */
export function expectResponse(response: Response): Text {
  const { zh, en } = RESPONSES[response];
  return { zh: `应${zh}`, en };
}

/** A move from one number to another, and which way it goes. */
export function describeMove(from: number, to: number, write: NumberWriter): Text {
  const before = write(from);
  const after = write(to);
  const way = RESPONSES[moveOf(from, to)];
  return {
    zh: `${before.zh} → ${after.zh}，${way.zh}`,
    en: `${before.en} → ${after.en}, ${way.en}`,
  };
}

/** Which way it goes; differences of rounding are none. */
export function moveOf(from: number, to: number): Response {
  const noise = 1e-9 * Math.max(Math.abs(from), Math.abs(to));
  if (to - from > noise) return "rises";
  return from - to > noise ? "falls" : "unchanged";
}
