import type { Series } from "../model/series.ts";
import { suggestion } from "./nearest-name.ts";
import type { Past } from "./plan-context.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/**
 * The series of a name as known at the definition's date: without points where nothing was known yet, undefined
 * and reported where the table has none of that name.
 */
export function findSeries(
  name: Spot<string>,
  past: Past,
  source: Pick<ShapeSource, "report">,
): Series | undefined {
  const known = past.series[name.value];
  if (known !== undefined) return known;
  const unit = past.units.get(name.value);
  if (unit !== undefined) return { unit, points: [] };
  if (past.table === "broken") return undefined;
  source.report(
    name.at,
    "unknown-series",
    {
      zh: `没有序列 \`${name.value}\`。`,
      en: `There is no series \`${name.value}\`.`,
    },
    past.table === "none"
      ? {
          zh: "序列写在计划文件旁的 history.csv 里：请两个文件一起打开。",
          en: "Series stand in history.csv beside the plan: open both files together.",
        }
      : suggestion(name.value, past.units.keys(), {
          zh: "请在 history.csv 中加上它。",
          en: "Add it to history.csv.",
        }),
  );
  return undefined;
}
