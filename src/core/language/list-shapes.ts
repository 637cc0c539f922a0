import { isMap, isSeq, type Node } from "yaml";
import type { Text } from "../text.ts";
import { entriesOf } from "./map-entries.ts";
import { offsetOf, reportType, type Shape } from "./shape.ts";

const EXPECTED_OBJECT: Text = { zh: "一组键值", en: "a group of keys" };

/** A key of a map with its value; the value is undefined where it was refused. */
export interface RecordEntry<T> {
  readonly key: string;
  readonly keyAt: number;
  readonly value: T | undefined;
}

/** A map with keys of the author's choice. */
export function record<T>(key: Shape<string>, value: Shape<T>): Shape<readonly RecordEntry<T>[]> {
  return {
    expected: EXPECTED_OBJECT,
    read: (place, source) => {
      if (!isMap(place.node)) {
        reportType(place, source, EXPECTED_OBJECT, {
          zh: "请每行写一个 `名称: …`；没有时写 `{}`。",
          en: "Write one `name: …` per line, or `{}` for none.",
        });
        return undefined;
      }
      return entriesOf(place.node, source, place.anchor).map((entry) => {
        key.read({ node: entry.keyNode, anchor: entry.keyAt }, source);
        return { key: entry.key, keyAt: entry.keyAt, value: value.read(entry.place, source) };
      });
    },
    schema: (definitions) => ({
      type: "object",
      propertyNames: key.schema(definitions),
      additionalProperties: value.schema(definitions),
    }),
  };
}

/** A list; items that were refused are left out. */
export function list<T>(item: Shape<T>, length?: number): Shape<readonly T[]> {
  const expected =
    length === undefined
      ? { zh: "列表", en: "a list" }
      : { zh: ` ${length} 项的列表`, en: `a list of ${length}` };
  return {
    expected,
    read: (place, source) => {
      if (!isSeq(place.node) || (length !== undefined && place.node.items.length !== length)) {
        reportType(place, source, expected, {
          zh:
            length === undefined
              ? "请每项以 `- ` 开头，或写成 `[a, b]`；没有时写 `[]`。"
              : "请写成 `[a, b]`。",
          en:
            length === undefined
              ? "Start each item with `- `, or write `[a, b]`; `[]` for none."
              : "Write `[a, b]`.",
        });
        return undefined;
      }
      return place.node.items
        .map((node) => {
          const anchor = (node as Node | null)?.range?.[0] ?? offsetOf(place);
          return item.read({ node: node as Node | null, anchor }, source);
        })
        .filter((value) => value !== undefined);
    },
    schema: (definitions) => ({
      type: "array",
      items: item.schema(definitions),
      ...(length === undefined ? {} : { minItems: length, maxItems: length }),
    }),
  };
}

/** One item, or a list of them. */
export function oneOrMore<T>(item: Shape<T>): Shape<readonly T[]> {
  const many = list(item);
  return {
    expected: item.expected,
    read: (place, source) => {
      if (isSeq(place.node)) return many.read(place, source);
      const value = item.read(place, source);
      return value === undefined ? undefined : [value];
    },
    schema: (definitions) => ({
      anyOf: [item.schema(definitions), { ...many.schema(definitions), minItems: 1 }],
    }),
  };
}
