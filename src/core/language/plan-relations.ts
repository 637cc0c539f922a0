import type { Relation, RelationKind, Threshold } from "../model/definition.ts";
import type { Unit } from "../model/unit.ts";
import { readExpression, thresholdOf } from "./expression-check.ts";
import { halfLastDigit } from "./last-digit.ts";
import type { PlanContext } from "./plan-context.ts";
import type { TargetEntry } from "./plan-shape.ts";
import type { ScalarText } from "./scalar-shapes.ts";

/** What the thresholds of a target must fit. */
export interface TargetScope {
  readonly context: PlanContext;
  readonly period: number | undefined;
  /** Of the target's indicator. */
  readonly unit: Unit | undefined;
}

/** Reads a threshold, reference or bound; undefined where it is not there or was refused. */
export function readThreshold(
  field: ScalarText | undefined,
  scope: TargetScope,
): Threshold | undefined {
  if (field === undefined) return undefined;
  const { context, period, unit } = scope;
  const years = period === undefined ? [] : [period];
  const read = readExpression(field, context.table, { years, unit }, context.source);
  return read && thresholdOf(read);
}

/** The tolerance of `about`: as given, or half of the last digit of a value written as a number. */
function aboutTolerance(entry: TargetEntry, scope: TargetScope): number | undefined {
  if (entry.tolerance !== undefined) return entry.tolerance;
  const half = halfLastDigit(entry.value?.text ?? "0");
  if (half === undefined) {
    scope.context.source.report(
      entry.anchor,
      "missing-key",
      {
        zh: "`about` 的 `value` 是公式时，必须写明 `tolerance`。",
        en: "`about` needs a `tolerance` where its `value` is an expression.",
      },
      {
        zh: "请补上 `tolerance: …`（与指标同单位）。",
        en: "Add `tolerance: …`, in the indicator's unit.",
      },
    );
  }
  return half;
}

function withValue(
  kind: RelationKind,
  value: Threshold | undefined,
  entry: TargetEntry,
  tolerance: number | undefined,
): Relation | undefined {
  if (kind === "rising") return value === undefined ? { kind } : { kind, threshold: value };
  if (value === undefined) return undefined;
  switch (kind) {
    case "at_least":
    case "at_most":
    case "above":
    case "below":
    case "point":
    case "as_assigned":
      return { kind, threshold: value };
    case "about": {
      const twoSided = entry.two_sided ?? false;
      return tolerance === undefined ? undefined : { kind, threshold: value, tolerance, twoSided };
    }
    default:
      return undefined;
  }
}

function withReference(
  kind: RelationKind,
  reference: Threshold | undefined,
  tolerance: number | undefined,
): Relation | undefined {
  if (reference === undefined) return undefined;
  if (kind === "faster_than") return { kind, reference };
  if (tolerance === undefined) return undefined;
  return kind === "in_step_with" || kind === "in_line_with"
    ? { kind, reference, tolerance }
    : undefined;
}

/** Reads a target's relation; undefined where something that it needs is missing or was refused. */
export function readRelation(entry: TargetEntry, scope: TargetScope): Relation | undefined {
  const kind = entry.relation?.value;
  const value = readThreshold(entry.value, scope);
  const reference = readThreshold(entry.reference, scope);
  const low = readThreshold(entry.low, scope);
  const high = readThreshold(entry.high, scope);
  switch (kind) {
    case undefined:
      return undefined;
    case "positive":
      return { kind };
    case "stable":
      return entry.tolerance === undefined ? undefined : { kind, tolerance: entry.tolerance };
    case "in_step_with":
    case "in_line_with":
    case "faster_than":
      return withReference(kind, reference, entry.tolerance);
    case "between":
      return low === undefined || high === undefined ? undefined : { kind, low, high };
    default:
      return withValue(kind, value, entry, kind === "about" ? aboutTolerance(entry, scope) : 0);
  }
}
