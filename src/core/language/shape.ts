import { isAlias, isScalar, type Node } from "yaml";
import type { Text } from "../text.ts";
import type { IssueSink } from "./issue-sink.ts";

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Schemas that are referred to by name, collected while a schema is built. */
export type SchemaDefinitions = Map<string, JsonSchema>;

/** The file that a shape reads from. */
export interface ShapeSource extends IssueSink {
  readonly source: string;
}

/** A YAML node, or none where a key has no value. `anchor` is where to say that something is missing. */
export interface Place {
  readonly node: Node | null;
  readonly anchor: number;
}

/**
 * What may stand at a place of a file: the one description that both the reader and the JSON Schema
 * are made from. `read` reports every mistake; it gives undefined where nothing can be made of it.
 */
export interface Shape<T> {
  readonly read: (place: Place, source: ShapeSource) => T | undefined;
  readonly schema: (definitions: SchemaDefinitions) => JsonSchema;
  /** What was expected, for messages. */
  readonly expected: Text;
}

/** The offset of a place: of its value, or where that is missing, of what should have it. */
export const offsetOf = ({ node, anchor }: Place): number => node?.range?.[0] ?? anchor;

function found(node: Node | null): Text {
  if (node === null || (isScalar(node) && node.value === null)) {
    return { zh: "这里是空的", en: "here is nothing" };
  }
  if (isScalar(node)) {
    const text = String(node.source ?? node.value);
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return { zh: `这里是 \`${shown}\``, en: `here is \`${shown}\`` };
  }
  return "items" in node && "flow" in node && node.constructor.name === "YAMLSeq"
    ? { zh: "这里是列表", en: "here is a list" }
    : { zh: "这里是一组键值", en: "here is a group of keys" };
}

/** Reports that something else was expected. Anchors and aliases have been reported already. */
export function reportType(place: Place, source: ShapeSource, expected: Text, remedy: Text): void {
  if (place.node !== null && isAlias(place.node)) return;
  const here = found(place.node);
  source.report(
    offsetOf(place),
    "wrong-type",
    { zh: `应为${expected.zh}，${here.zh}。`, en: `Expected ${expected.en}; ${here.en}.` },
    remedy,
  );
}

/** A shape whose schema is written once, under `$defs`, and referred to by name. */
export function named<T>(name: string, description: Text, shape: Shape<T>): Shape<T> {
  return {
    ...shape,
    schema: (definitions) => {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        const schema = shape.schema(definitions);
        definitions.set(name, { description: `${description.zh} ${description.en}`, ...schema });
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}

/** A value with its place, for checks that come after reading. */
export interface Spot<T> {
  readonly value: T;
  readonly at: number;
}

/** Keeps the offset of what a shape reads. */
export function spot<T>(shape: Shape<T>): Shape<Spot<T>> {
  return {
    ...shape,
    read: (place, source) => {
      const value = shape.read(place, source);
      return value === undefined ? undefined : { value, at: offsetOf(place) };
    },
  };
}

/** The JSON Schema of a whole file. */
export function fileSchema<T>(shape: Shape<T>, title: string): JsonSchema {
  const definitions: SchemaDefinitions = new Map();
  const schema = shape.schema(definitions);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...schema,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
