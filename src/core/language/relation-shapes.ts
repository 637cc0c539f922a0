import type { RelationKind } from "../model/definition.ts";
import type { Variant } from "./key-rules.ts";

const TO_VALUE: Variant = { needs: ["value"], takes: ["stretch"] };
const TO_REFERENCE: Variant = { needs: ["reference", "tolerance"], takes: ["stretch"] };

/** Which keys of a target go with each relation. */
export const RELATION_VARIANTS: Readonly<Record<RelationKind, Variant>> = {
  at_least: TO_VALUE,
  at_most: TO_VALUE,
  above: TO_VALUE,
  below: TO_VALUE,
  about: { needs: ["value"], takes: ["tolerance", "two_sided", "stretch"] },
  point: TO_VALUE,
  as_assigned: TO_VALUE,
  rising: { takes: ["value", "stretch"] },
  positive: { takes: ["stretch"] },
  stable: { needs: ["tolerance"], takes: ["stretch"] },
  in_step_with: TO_REFERENCE,
  in_line_with: { needs: ["reference", "tolerance"] },
  faster_than: { needs: ["reference"], takes: ["stretch"] },
  between: { needs: ["low", "high"] },
};

/** All relations that a target can name. */
export const RELATION_KINDS = Object.keys(RELATION_VARIANTS) as readonly RelationKind[];
