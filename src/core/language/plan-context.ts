import type { History, Source } from "../model/definition.ts";
import type { Text } from "../text.ts";
import type { HistoryEntry, SourceEntry } from "./common-shapes.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import type { NameTable } from "./plan-names.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** What the parts of a plan may refer to. A list is undefined where the file's own could not be read. */
export interface PlanContext {
  readonly source: ShapeSource;
  readonly table: NameTable;
  readonly references: ReadonlySet<string> | undefined;
  readonly sections: ReadonlySet<string> | undefined;
  readonly groups: ReadonlySet<string> | undefined;
}

/** Reports a key that is not in its list; gives the key back. */
export function lookUp(
  spot: Spot<string> | undefined,
  known: ReadonlySet<string> | undefined,
  list: string,
  what: Text,
  source: ShapeSource,
): string | undefined {
  if (spot === undefined || known === undefined || known.has(spot.value)) return spot?.value;
  const all = nameList(known);
  source.report(
    spot.at,
    `unknown-${what.en.replaceAll(" ", "-")}`,
    { zh: `没有${what.zh} \`${spot.value}\`。`, en: `There is no ${what.en} \`${spot.value}\`.` },
    suggestion(spot.value, known, {
      zh: `请在 \`${list}\` 中加上它${known.size > 0 ? `，或改为 ${all.zh}` : ""}。`,
      en: `Add it to \`${list}\`${known.size > 0 ? `, or write ${all.en}` : ""}.`,
    }),
  );
  return spot.value;
}

/** Looks up what a source cites. */
export function readSource(
  entry: SourceEntry | undefined,
  context: PlanContext,
): Source | undefined {
  if (entry === undefined) return undefined;
  const what = { zh: "文献", en: "reference" };
  for (const cite of entry.cite ?? [])
    lookUp(cite, context.references, "references", what, context.source);
  return {
    cites: (entry.cite ?? []).map((cite) => cite.value),
    ...(entry.note === undefined ? {} : { note: entry.note }),
    ...(entry.judgement === undefined ? {} : { judgement: entry.judgement }),
  };
}

/** Checks that a history ends before the first period. */
export function readHistory(
  entry: HistoryEntry | undefined,
  context: PlanContext,
): History | undefined {
  const source = readSource(entry?.source, context);
  const first = context.table.periods[0];
  for (const { key, keyAt } of entry?.values ?? []) {
    if (first === undefined || !(Number(key) >= first)) continue;
    context.source.report(
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
  if (entry?.values === undefined || source === undefined) return undefined;
  const values = entry.values.map(({ key, value }) => [Number(key), value ?? Number.NaN] as const);
  return { values: Object.fromEntries(values), source };
}
