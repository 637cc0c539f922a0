import type { Language } from "../text.ts";

/**
 * Write ascending years in spans.
 * @example yearSpans([2011, 2012, 2013, 2016], "en") === "2011–2013, 2016"
 */
export function yearSpans(years: readonly number[], language: Language): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last?.[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`))
    .join(language === "zh" ? "、" : ", ");
}
