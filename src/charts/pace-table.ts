import type { Spread, TargetPace } from "../core/results/target-pace.ts";
import type { Language } from "../core/text.ts";
import type { Cell, ChartTable, TableColumn, ValueFormat } from "./chart-spec.ts";

/** The progress by the end of each year, and what it asks of the years that are left. */
export function paceTable(
  { rows }: TargetPace,
  format: { readonly progress: ValueFormat; readonly needed: ValueFormat },
  language: Language,
): ChartTable {
  const zh = language === "zh";
  const spread = (label: string, of: ValueFormat): TableColumn[] => [
    { label: zh ? `${label}，中位数` : `${label}, median`, format: of },
    { label: zh ? `${label}，10%分位` : `${label}, 10%`, format: of },
    { label: zh ? `${label}，90%分位` : `${label}, 90%`, format: of },
  ];
  const cells = (of: Spread | undefined): Cell[] =>
    of === undefined ? [undefined, undefined, undefined] : [of.p50, of.p10, of.p90];
  const hasNext = rows.some(({ next }) => next !== undefined);
  return {
    columns: [
      { label: zh ? "年末" : "End of" },
      { label: zh ? "剩余年数" : "Years left" },
      ...spread(zh ? "至此进度" : "So far", format.progress),
      ...spread(zh ? "其余每年所需" : "Needed a year", format.needed),
      ...(hasNext ? spread(zh ? "下一年预计" : "Next year expected", format.needed) : []),
    ],
    rows: rows.map(({ year, yearsLeft, progress, needed, next }) => [
      String(year),
      yearsLeft,
      ...cells(progress),
      ...cells(needed),
      ...(hasNext ? cells(next) : []),
    ]),
  };
}
