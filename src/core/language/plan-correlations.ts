import { correlatedGroups } from "../model/correlated-groups.ts";
import type { CopulaChoice, Correlation } from "../model/definition.ts";
import type { Text } from "../text.ts";
import { correlationConflicts, type PlacedCorrelation } from "./correlation-check.ts";
import { readCorrelationEstimates } from "./correlation-estimates.ts";
import type { CorrelationEntry } from "./join-fields.ts";
import { suggestion } from "./nearest-name.ts";
import { type PlanContext, readSource } from "./plan-context.ts";
import type { NameTable } from "./plan-names.ts";
import type { ShapeSource, Spot } from "./shape.ts";

type Refusal = readonly [code: string, Text, Text];

const joinedAlready = (name: string): Refusal => [
  "joined-already",
  {
    zh: `\`${name}\` 与哪些量同动，已由估计或所抽的历史年份决定。`,
    en: `What \`${name}\` goes with is decided by its estimate or by the past year that is drawn.`,
  },
  {
    zh: "请删去这一对；或只用该回归的一个系数，或不用 `bootstrap`。",
    en: "Remove this pair; or use one coefficient of that regression only, or no `bootstrap`.",
  },
];

function refusal(name: string, table: NameTable): Refusal | undefined {
  const facts = table.quantities.get(name);
  const uncertain = [...table.quantities].filter(([, f]) => f.uncertain).map(([known]) => known);
  if (facts === undefined) {
    return [
      "unknown-name",
      {
        zh: `没有名为 \`${name}\` 的假设或参数。`,
        en: `No input or parameter is called \`${name}\`.`,
      },
      suggestion(name, uncertain, {
        zh: "请改为假设或不确定参数的名称。",
        en: "Write the name of an input or an uncertain parameter.",
      }),
    ];
  }
  if (facts.kind === "indicator") {
    return [
      "not-uncertain",
      {
        zh: `\`${name}\` 是指标，由方程决定，不能另设相关。`,
        en: `\`${name}\` is an indicator: its equation decides what it goes with.`,
      },
      { zh: "请对它背后的假设设相关。", en: "Correlate the inputs behind it." },
    ];
  }
  if (facts.joined === true) return joinedAlready(name);
  if (facts.uncertain !== false) return undefined;
  return [
    "not-uncertain",
    {
      zh: `\`${name}\` 是固定值，不能与其他量相关。`,
      en: `\`${name}\` is fixed and cannot be correlated.`,
    },
    { zh: "请删去这一对，或给它一个分布。", en: "Remove this pair, or give it a distribution." },
  ];
}

/** Reads the two names of a correlation; undefined where one of them cannot be correlated. */
export function readPair(
  names: readonly Spot<string>[] | undefined,
  table: NameTable,
  source: ShapeSource,
): readonly [string, string] | undefined {
  const refusals = (names ?? []).map((name) => ({ name, refused: refusal(name.value, table) }));
  for (const { name, refused } of refusals)
    if (refused !== undefined) source.report(name.at, ...refused);
  const [a, b] = names ?? [];
  if (a === undefined || b === undefined) return undefined;
  if (a.value === b.value) {
    source.report(
      b.at,
      "same-name-twice",
      {
        zh: `\`${a.value}\` 不能与自己相关。`,
        en: `\`${a.value}\` cannot be correlated with itself.`,
      },
      { zh: "请写两个不同的名称。", en: "Write two different names." },
    );
    return undefined;
  }
  return refusals.some(({ refused }) => refused !== undefined) ? undefined : [a.value, b.value];
}

/** The same for both orders of a pair. */
export const pairKey = (between: readonly [string, string]): string =>
  [...between].sort().join(" ~ ");

/** Reports sets of correlations that cannot hold together under their copulas. */
export function reportConflicts(
  correlations: readonly PlacedCorrelation[],
  copulas: readonly Pick<CopulaChoice, "df" | "of">[],
  source: ShapeSource,
): void {
  const joined = correlatedGroups(correlations, copulas).flatMap(({ names, choice }) =>
    correlations
      .filter(({ between }) => names.includes(between[0]))
      .map((correlation) => ({ ...correlation, df: choice?.df })),
  );
  for (const { at, message, remedy } of correlationConflicts(joined)) {
    source.report(at, "impossible-correlations", message, remedy);
  }
}

/** Correlations as read, complete or not, with their places. */
interface ReadCorrelations {
  readonly built: readonly (Correlation | undefined)[];
  readonly placed: readonly PlacedCorrelation[];
}

/** Reads all correlations: names, estimates and duplicates. */
export function readCorrelations(
  entries: readonly CorrelationEntry[],
  context: PlanContext,
): ReadCorrelations {
  const estimated = readCorrelationEstimates(entries, context.past, context.source);
  const placed = new Map<string, PlacedCorrelation>();
  const built = entries.map((entry): Correlation | undefined => {
    const between = readPair(entry.between, context.table, context.source);
    const source = readSource(entry.source, context);
    const estimate = estimated.get(entry);
    const rank = estimate?.rank ?? entry.rank;
    if (between === undefined || rank === undefined) return undefined;
    const at = entry.between?.[0]?.at ?? entry.anchor;
    const key = pairKey(between);
    if (placed.has(key)) {
      context.source.report(
        at,
        "duplicate-pair",
        {
          zh: `\`${between[0]}\` 与 \`${between[1]}\` 的相关已经写过。`,
          en: `The correlation of \`${between[0]}\` and \`${between[1]}\` stands above already.`,
        },
        { zh: "请删去一个。", en: "Remove one of them." },
      );
      return undefined;
    }
    placed.set(key, { between, rank, at });
    if (source === undefined) return undefined;
    return estimate === undefined ? { between, rank, source } : { between, source, ...estimate };
  });
  return { built, placed: [...placed.values()] };
}
