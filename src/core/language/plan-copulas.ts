import { connectedGroups } from "../model/connected-groups.ts";
import type { CopulaChoice, Definition } from "../model/definition.ts";
import type { PlacedCorrelation } from "./correlation-check.ts";
import type { CopulaEntry } from "./join-fields.ts";
import { suggestion } from "./nearest-name.ts";
import { type PlanContext, readSource } from "./plan-context.ts";
import { readCorrelations, reportConflicts } from "./plan-correlations.ts";
import type { PlanFile } from "./plan-shape.ts";
import type { ShapeSource, Spot } from "./shape.ts";

type Joins = Pick<Definition, "correlations" | "copulas" | "correlationRepair">;

/** Reads correlations, their copulas, and whether all of it can hold together. */
export function buildJoins(file: PlanFile, context: PlanContext): Joins {
  const entries = file.correlations ?? [];
  const { built, placed } = readCorrelations(entries, context);
  const names = entries.flatMap(({ between }) => between?.map(({ value }) => value) ?? []);
  const isKnown = entries.every(({ between }) => between !== undefined);
  const correlated = isKnown ? new Set(names) : undefined;
  const copulas = (file.copula ?? []).flatMap((entry) => readCopula(entry, correlated, context));
  reportTwice(file.copula ?? [], placed, context.source);
  const repair = file.correlation_repair;
  if (repair === undefined) reportConflicts(placed, copulas, context.source);
  return {
    correlations: built.filter((correlation) => correlation !== undefined),
    ...(copulas.length > 0 && { copulas }),
    ...(repair !== undefined && { correlationRepair: repair }),
  };
}

function readCopula(
  { student_t: df, of, source, anchor }: CopulaEntry,
  correlated: ReadonlySet<string> | undefined,
  context: PlanContext,
): readonly CopulaChoice[] {
  const from = readSource(source, context);
  const names = readMembers(of, anchor, correlated, context.source);
  if (df === undefined || from === undefined) return [];
  return [{ df, ...(names && { of: names }), source: from }];
}

/**
 * Reads the names that a copula is about, all of which must be correlated with something. `correlated` is undefined
 * where the file's own correlations could not be read.
 */
export function readMembers(
  names: readonly Spot<string>[] | undefined,
  anchor: number,
  correlated: ReadonlySet<string> | undefined,
  source: ShapeSource,
): readonly string[] | undefined {
  if (names === undefined && correlated?.size === 0) {
    source.report(
      anchor,
      "nothing-to-join",
      {
        zh: "没有相关的量，t copula 无从作用。",
        en: "Nothing is correlated here that a t copula could join.",
      },
      { zh: "请补上 `correlations`，或删去它。", en: "Add `correlations`, or remove it." },
    );
  }
  for (const { value, at } of names ?? []) {
    if (correlated?.has(value) ?? true) continue;
    source.report(
      at,
      "not-correlated",
      {
        zh: `\`${value}\` 与任何量都不相关，t copula 无从作用。`,
        en: `\`${value}\` is correlated with nothing that a t copula could join it with.`,
      },
      suggestion(value, correlated ?? [], {
        zh: "请写 `correlations` 中的名称，或删去它。",
        en: "Write a name that `correlations` has, or remove it.",
      }),
    );
  }
  return names?.map(({ value }) => value);
}

/** Reports copulas that are about the same group, or twice about all. */
function reportTwice(
  entries: readonly CopulaEntry[],
  correlations: readonly PlacedCorrelation[],
  source: ShapeSource,
): void {
  const groups = connectedGroups(correlations.map(({ between }) => between));
  const taken = new Set<unknown>();
  for (const { of, anchor } of entries) {
    const about = of?.map(({ value }) => groups.find((group) => group.includes(value)) ?? value);
    const subjects = [...new Set<unknown>(about ?? ["all"])];
    if (subjects.some((subject) => taken.has(subject))) {
      source.report(
        anchor,
        "copula-twice",
        {
          zh: "这一组相关的量已在上面指定过 copula。",
          en: "A copula stands above already for these correlated quantities.",
        },
        { zh: "请删去一个。", en: "Remove one of them." },
      );
    }
    for (const subject of subjects) taken.add(subject);
  }
}
