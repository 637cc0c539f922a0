import type { History } from "../model/definition.ts";
import { parseUnit, type Unit, unitsAgree } from "../model/unit.ts";
import type { HistoryEntry } from "./common-shapes.ts";
import { type Past, type PlanContext, readSource } from "./plan-context.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** Years before the first period in which a quantity has a value, from the table or from its own entry. */
export function historyYears(
  id: string,
  entry: HistoryEntry | undefined,
  past: Past,
): ReadonlySet<number> {
  const inline = (entry?.values ?? []).map(({ key }) => Number(key));
  return new Set([...inline, ...(past.series[id]?.points ?? []).map(({ year }) => year)]);
}

/** Whether one unit is at constant prices and the other at current ones. */
function differInPrices(one: string, other: string): boolean {
  const [a, b] = [one, other].map((unit) => /(?:real|nominal)\s*$/.exec(unit)?.[0].trim());
  return a !== undefined && b !== undefined && a !== b;
}

/** Reports a series that is measured in another unit than the quantity of its name. */
export function checkSeriesUnit(
  id: string,
  unit: Unit | undefined,
  at: Spot<string> | undefined,
  past: Past,
  source: ShapeSource,
): void {
  const written = past.series[id]?.unit;
  const other = written === undefined ? undefined : parseUnit(written);
  if (unit === undefined || at === undefined || written === undefined || other === undefined)
    return;
  if (unitsAgree(unit, other) && !differInPrices(written, at.value)) return;
  source.report(
    at.at,
    "series-unit",
    {
      zh: `\`${id}\` 在 history.csv 中的单位是 \`${written}\`，这里是 \`${at.value}\`。`,
      en: `\`${id}\` is in \`${written}\` in history.csv; here it is in \`${at.value}\`.`,
    },
    {
      zh: "同名即同一个量：请改单位，或给序列另起名称。",
      en: "The same name means the same quantity: change the unit, or rename the series.",
    },
  );
}

function reportTwice(id: string, entry: HistoryEntry, context: PlanContext): void {
  context.source.report(
    entry.anchor,
    "two-histories",
    {
      zh: `\`${id}\` 的历史值在 history.csv 中已有。`,
      en: `history.csv already holds the past of \`${id}\`.`,
    },
    {
      zh: "请删去这里的 `history`，缺的年份补进 history.csv。",
      en: "Remove this `history`; add years that are missing to history.csv.",
    },
  );
}

function checkYears(entry: HistoryEntry, first: number | undefined, source: ShapeSource): void {
  for (const { key, keyAt } of entry.values ?? []) {
    if (first === undefined || !(Number(key) >= first)) continue;
    source.report(
      keyAt,
      "history-not-past",
      {
        zh: `历史值应早于第一期 ${first} 年，这里是 ${key} 年。`,
        en: `History stands before the first period, ${first}; here is ${key}.`,
      },
      {
        zh: "请删去这一年；本期及以后的值由模型算出。",
        en: "Remove this year; the model works out the periods themselves.",
      },
    );
  }
}

/**
 * A quantity's values before the first period: those of the series of its name, or of its own entry.
 * Both at once are a mistake.
 */
export function readPast(
  id: string,
  entry: HistoryEntry | undefined,
  context: PlanContext,
): History | undefined {
  const { past, source } = context;
  const first = context.table.periods[0] ?? Number.POSITIVE_INFINITY;
  const points = past.series[id]?.points.filter(({ year }) => year < first);
  if (points !== undefined && points.length > 0) {
    if (entry !== undefined) reportTwice(id, entry, context);
    return { values: Object.fromEntries(points.map(({ year, value }) => [year, value])) };
  }
  if (entry === undefined) return undefined;
  const from = readSource(entry.source, context);
  if (!past.isRewound) checkYears(entry, context.table.periods[0], source);
  if (entry.values === undefined || from === undefined) return undefined;
  const values = entry.values
    .map(({ key, value }) => [Number(key), value ?? Number.NaN] as const)
    .filter(([year]) => year < first);
  return { values: Object.fromEntries(values), source: from };
}
