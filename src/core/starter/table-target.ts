import type { Indicator, RelationKind, Target } from "../model/definition.ts";
import type { Text } from "../text.ts";

/** A target as a table tells it; numbers are kept as written. */
export interface TableTarget {
  readonly id: string;
  readonly label: Text;
  readonly wording: Text;
  readonly relation: RelationKind;
  readonly value?: string;
  readonly unit: string;
  /** As written; undefined where the table says none. */
  readonly section?: string;
  readonly period?: number;
  /** Undefined where it follows from nothing in the table. */
  readonly better?: Indicator["better"];
  readonly commitment: Target["commitment"];
  readonly tolerance?: string;
  readonly stretch?: string;
  /** Id of another target, or a number. */
  readonly reference?: string;
  readonly low?: string;
  readonly high?: string;
  readonly note?: string;
}
