import { isMap } from "yaml";
import type { Text } from "../text.ts";
import { checkRules, type Rules, reportMissing, rulesSchema } from "./key-rules.ts";
import { type Entry, entriesOf } from "./map-entries.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import {
  type JsonSchema,
  reportType,
  type SchemaDefinitions,
  type Shape,
  type ShapeSource,
} from "./shape.ts";

/** A key of an object. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly required: boolean;
  readonly doc: Text;
}

/** A key that must be there, unless the object's variants say when. */
export const required = <T>(shape: Shape<T>, zh: string, en: string): Field<T> => ({
  shape,
  required: true,
  doc: { zh, en },
});

/** A key that may be left out. */
export const optional = <T>(shape: Shape<T>, zh: string, en: string): Field<T> => ({
  shape,
  required: false,
  doc: { zh, en },
});

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What an object holds; a key is undefined where it is missing or its value was refused. */
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T | undefined : never;
} & {
  /** Offset of what the object belongs to. */
  readonly anchor: number;
};

const EXPECTED_OBJECT: Text = { zh: "一组键值", en: "a group of keys" };

/** A map with known keys. Unknown keys, missing keys and keys that do not go together are issues. */
export function object<F extends Fields>(fields: F, rules: Rules = {}): Shape<ObjectOf<F>> {
  const known = Object.keys(fields);
  return {
    expected: EXPECTED_OBJECT,
    read: (place, source) => {
      if (!isMap(place.node)) {
        const list = nameList(known);
        reportType(place, source, EXPECTED_OBJECT, {
          zh: `请写成 \`键: 值\`，可用的键：${list.zh}。`,
          en: `Write \`key: value\`; the keys are ${list.en}.`,
        });
        return undefined;
      }
      const entries = entriesOf(place.node, source, place.anchor);
      const values: Record<string, unknown> = { anchor: place.anchor };
      for (const entry of entries) {
        const field = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
        if (field === undefined) reportUnknown(source, entry, known);
        else values[entry.key] = field.shape.read(entry.place, source);
      }
      for (const key of known) {
        const there = entries.some((entry) => entry.key === key);
        if (fields[key]!.required && !there) reportMissing(source, place.anchor, [key]);
      }
      checkRules(rules, entries, source, place.anchor);
      return values as ObjectOf<F>;
    },
    schema: (definitions) => objectSchema(fields, rules, definitions),
  };
}

function reportUnknown(source: ShapeSource, entry: Entry, known: readonly string[]): void {
  const list = nameList(known);
  if (entry.place.node === null) {
    source.report(
      entry.keyAt,
      "unquoted-comma",
      {
        zh: `\`${entry.key}\` 不是这里的键，也没有值；花括号里的逗号会截断不加引号的文字。`,
        en: `\`${entry.key}\` is not a key here and has no value: inside { } a comma ends a text without quotes.`,
      },
      {
        zh: "请给含逗号的整段文字加引号。",
        en: "Put the whole text that holds the comma in quotes.",
      },
    );
    return;
  }
  source.report(
    entry.keyAt,
    "unknown-key",
    { zh: `这里没有 \`${entry.key}\` 这个键。`, en: `\`${entry.key}\` is not a key here.` },
    suggestion(entry.key, known, { zh: `可用的键：${list.zh}。`, en: `The keys are ${list.en}.` }),
  );
}

function objectSchema(fields: Fields, rules: Rules, definitions: SchemaDefinitions): JsonSchema {
  const keys = Object.entries(fields);
  const needed = keys.filter(([, field]) => field.required).map(([key]) => key);
  return {
    type: "object",
    additionalProperties: false,
    ...(needed.length === 0 ? {} : { required: needed }),
    properties: Object.fromEntries(
      keys.map(([key, { shape, doc }]) => [
        key,
        { description: `${doc.zh} ${doc.en}`, ...shape.schema(definitions) },
      ]),
    ),
    ...rulesSchema(rules),
  };
}
