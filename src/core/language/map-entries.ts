import { isScalar, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Place, ShapeSource } from "./shape.ts";

/** A key of a map, with its value. */
export interface Entry {
  readonly key: string;
  readonly keyAt: number;
  readonly keyNode: Scalar;
  readonly place: Place;
}

function entryOf(pair: Pair, source: ShapeSource, anchor: number): Entry | undefined {
  const { key, value } = pair as Pair<Node | null, Node | null>;
  const keyAt = key?.range?.[0] ?? anchor;
  if (!isScalar(key) || key.value === null) {
    source.report(
      keyAt,
      "wrong-key",
      { zh: "键应为一个词。", en: "A key must be a single word." },
      { zh: "请写成 `键: 值`。", en: "Write `key: value`." },
    );
    return undefined;
  }
  const text = typeof key.value === "string" ? key.value : String(key.source ?? key.value);
  return { key: text, keyAt, keyNode: key, place: { node: value, anchor: keyAt } };
}

/** The keys of a map, each once; YAML itself has reported those that stand twice. */
export function entriesOf(map: YAMLMap, source: ShapeSource, anchor: number): readonly Entry[] {
  const entries = map.items.map((pair) => entryOf(pair, source, anchor));
  const seen = new Set<string>();
  return entries.filter((entry): entry is Entry => {
    if (entry === undefined || seen.has(entry.key)) return false;
    seen.add(entry.key);
    return true;
  });
}
