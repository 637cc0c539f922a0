import type { Source } from "../model/definition.ts";
import type { Series } from "../model/series.ts";
import type { Text } from "../text.ts";
import type { SourceEntry } from "./common-shapes.ts";
import type { Estimates } from "./estimate-use.ts";
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
  readonly past: Past;
  readonly estimates: Estimates;
}

/** What is known of the past, and when. */
export interface Past {
  /** The series of the history table, as known on that day. */
  readonly series: Readonly<Record<string, Series>>;
  /** Units of all series of the table, also of those of which nothing was known yet. */
  readonly units: ReadonlyMap<string, string>;
  /** Whether the plan came with a table that could be read as a whole. */
  readonly table: "read" | "broken" | "none";
  /** Whether the plan is read as of another time than its own. */
  readonly isRewound: boolean;
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
  context: Pick<PlanContext, "references" | "source">,
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
