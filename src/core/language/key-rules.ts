import { isScalar } from "yaml";
import type { Text } from "../text.ts";
import type { Entry } from "./map-entries.ts";
import { nameList } from "./nearest-name.ts";
import type { JsonSchema, ShapeSource } from "./shape.ts";

/** Keys that go together with the value of one key, or with its presence. */
export interface Variant {
  readonly needs?: readonly string[];
  readonly takes?: readonly string[];
  /** Exactly one of these. */
  readonly oneOf?: readonly string[];
}

/** How an object's keys depend on each other. Keys that no variant mentions are always allowed. */
export interface Rules {
  /** The key whose value names the variant; without it, exactly one key that names a variant is there. */
  readonly by?: string;
  readonly variants?: Readonly<Record<string, Variant>>;
  /** At least one of these. */
  readonly anyOf?: readonly string[];
}

/** Says that one of some keys is missing. */
export function reportMissing(source: ShapeSource, at: number, keys: readonly string[]): void {
  const list = keys.map((key) => `\`${key}\``);
  source.report(
    at,
    "missing-key",
    keys.length === 1
      ? { zh: `这里缺少 ${list[0]}。`, en: `${list[0]} is missing here.` }
      : { zh: `这里缺少 ${list.join(" 或 ")}。`, en: `One of ${list.join(", ")} is missing here.` },
    { zh: `请补上 \`${keys[0]}: …\`。`, en: `Add \`${keys[0]}: …\`.` },
  );
}

function reportExtra(
  source: ShapeSource,
  entry: Entry,
  because: Text,
  allowed: readonly string[],
): void {
  const list = nameList(allowed);
  source.report(
    entry.keyAt,
    "misplaced-key",
    {
      zh: `${because.zh}时不能有 \`${entry.key}\`。`,
      en: `\`${entry.key}\` does not go with ${because.en}.`,
    },
    allowed.length === 0
      ? { zh: "请删去。", en: "Remove it." }
      : { zh: `请删去，或改为 ${list.zh}。`, en: `Remove it, or write ${list.en}.` },
  );
}

const keysOf = ({ needs = [], takes = [], oneOf = [] }: Variant): readonly string[] => [
  ...needs,
  ...takes,
  ...oneOf,
];

function checkVariant(
  name: Text,
  variant: Variant,
  all: readonly string[],
  entries: readonly Entry[],
  source: ShapeSource,
  at: number,
): void {
  const present = new Set(entries.map((entry) => entry.key));
  for (const key of variant.needs ?? []) if (!present.has(key)) reportMissing(source, at, [key]);
  const chosen = entries.filter((entry) => variant.oneOf?.includes(entry.key));
  if (variant.oneOf !== undefined && chosen.length === 0) reportMissing(source, at, variant.oneOf);
  for (const entry of chosen.slice(1)) {
    reportExtra(
      source,
      entry,
      { zh: `已有 \`${chosen[0]!.key}\` `, en: `\`${chosen[0]!.key}\`` },
      [],
    );
  }
  const own = keysOf(variant);
  for (const entry of entries) {
    if (all.includes(entry.key) && !own.includes(entry.key)) reportExtra(source, entry, name, own);
  }
}

/** Reports keys that are missing or do not go together. */
export function checkRules(
  rules: Rules,
  entries: readonly Entry[],
  source: ShapeSource,
  at: number,
): void {
  const { by, variants = {}, anyOf } = rules;
  if (anyOf !== undefined && !entries.some((entry) => anyOf.includes(entry.key))) {
    reportMissing(source, at, anyOf);
  }
  const names = Object.keys(variants);
  if (names.length === 0) return;
  const dependent = names.flatMap((name) => keysOf(variants[name]!));
  if (by !== undefined) {
    const node = entries.find((entry) => entry.key === by)?.place.node;
    const name = isScalar(node) ? String(node.value) : "";
    const variant = Object.hasOwn(variants, name) ? variants[name] : undefined;
    if (variant === undefined) return;
    checkVariant(
      { zh: ` \`${by}: ${name}\` `, en: `\`${by}: ${name}\`` },
      variant,
      dependent,
      entries,
      source,
      at,
    );
    return;
  }
  const [first, ...others] = entries.filter((entry) => names.includes(entry.key));
  if (first === undefined) {
    reportMissing(source, at, names);
    return;
  }
  const because = { zh: `已有 \`${first.key}\` `, en: `\`${first.key}\`` };
  for (const other of others) reportExtra(source, other, because, []);
  checkVariant(because, variants[first.key]!, dependent, entries, source, at);
}

function variantSchema(variant: Variant, dependent: readonly string[]): JsonSchema {
  const own = keysOf(variant);
  const others = dependent.filter((key) => !own.includes(key));
  return {
    ...(variant.needs === undefined ? {} : { required: variant.needs }),
    ...(variant.oneOf === undefined
      ? {}
      : { oneOf: variant.oneOf.map((key) => ({ required: [key] })) }),
    ...(others.length === 0
      ? {}
      : { properties: Object.fromEntries(others.map((key) => [key, false])) }),
  };
}

/** The same rules in the words of JSON Schema. */
export function rulesSchema({ by, variants = {}, anyOf }: Rules): JsonSchema {
  const names = Object.keys(variants);
  const dependent = [...new Set(names.flatMap((name) => keysOf(variants[name]!)))];
  const conditions = names.map((name) => ({
    if:
      by === undefined
        ? { required: [name] }
        : { required: [by], properties: { [by]: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: variantSchema(variants[name]!, dependent),
  }));
  return {
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((key) => ({ required: [key] })) }),
    ...(by === undefined && names.length > 0
      ? { oneOf: names.map((name) => ({ required: [name] })) }
      : {}),
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  };
}
