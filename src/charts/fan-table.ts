import type { Language } from "../core/text.ts";
import type { Cell, ChartTable, ValueFormat } from "./chart-spec.ts";
import { FAN_PROBABILITIES, type FanSubject, MEDIAN } from "./fan-subject.ts";

/** The numbers of a fan chart by year: history, then quantiles, and the targets' lines. */
export function fanTable(subject: FanSubject, format: ValueFormat, language: Language): ChartTable {
  const zh = language === "zh";
  const names = FAN_PROBABILITIES.map((p, place) => {
    if (place === MEDIAN) return zh ? "中位数" : "Median";
    return zh ? `${Math.round(p * 100)}%分位` : `${Math.round(p * 100)}%`;
  });
  const blank = FAN_PROBABILITIES.map((): Cell => undefined);
  const lineOf = (year: number): Cell => subject.lines.find((line) => line.year === year)?.value;
  return {
    columns: [
      { label: zh ? "年份" : "Year" },
      { label: zh ? "历史" : "History", format },
      ...names.map((label) => ({ label, format })),
      { label: zh ? "目标线" : "Target's line", format },
    ],
    rows: [
      ...subject.past.map(({ year, value }): Cell[] => [String(year), value, ...blank, undefined]),
      ...subject.years.map(({ year, quantiles }): Cell[] => [
        String(year),
        undefined,
        ...quantiles,
        lineOf(year),
      ]),
    ],
  };
}
