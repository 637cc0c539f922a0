import { formatCount } from "../../core/format/format-number.ts";
import type { Language } from "../../core/text.ts";

const STEPS = {
  zh: [
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e6, "M"],
    [1e3, "k"],
  ],
} as const;

/** A whole number in few characters where that loses nothing: 100,000 is 10万 or 100k; 2,048 stays. */
export function compactCount(value: number, language: Language): string {
  const step = STEPS[language].find(([size]) => value >= size && value % size === 0);
  return step === undefined ? formatCount(value) : `${formatCount(value / step[0])}${step[1]}`;
}
