import type { TableTarget } from "./table-target.ts";

/** A guess to be replaced: where a target's indicator may lie, before anybody has said anything. */
export interface Placeholder {
  readonly centre: number;
  /** > 0. */
  readonly spread: number;
}

const isGrowth = ({ unit }: TableTarget): boolean => unit.startsWith("% yoy");
const isShare = ({ unit }: TableTarget): boolean => /^%(?: of |$)/.test(unit);
const isPoints = ({ unit }: TableTarget): boolean => unit === "percentage points";

/** Floating-point dust off. */
const tidy = (value: number): number => Number(value.toPrecision(10));
const oneDigit = (value: number): number => Number(value.toPrecision(1));

/** Last period's value, for a target that speaks of it: 100 of a quantity, no growth. */
export const lastValue = (target: TableTarget): number =>
  isGrowth(target) || isPoints(target) ? 0 : isShare(target) ? 10 : 100;

/**
 * A placeholder on the target's line, so that its odds begin near one half: about a quarter of a growth
 * rate or a tenth of a level to either side, and no share near 0 or 100.
 */
export function placeholderOf(
  target: TableTarget,
  byId: ReadonlyMap<string, TableTarget>,
): Placeholder {
  const centre = tidy(lineOf(target, byId, new Set()));
  return { centre, spread: spreadAround(centre, target) };
}

function lineOf(
  target: TableTarget,
  byId: ReadonlyMap<string, TableTarget>,
  passed: Set<string>,
): number {
  const { id, relation, value, low, high, reference } = target;
  if (value !== undefined) return Number(value);
  if (low !== undefined && high !== undefined) return (Number(low) + Number(high)) / 2;
  if (reference !== undefined && !passed.has(id)) {
    const other = byId.get(reference);
    return other === undefined ? Number(reference) : lineOf(other, byId, passed.add(id));
  }
  return relation === "positive" ? 0 : lastValue(target);
}

function spreadAround(centre: number, target: TableTarget): number {
  const size = Math.abs(centre);
  if (size === 0) return 1;
  if (isShare(target) && size < 100) return oneDigit(Math.min(size, 100 - size) / 10);
  return oneDigit(isGrowth(target) || isPoints(target) ? size / 4 : size / 10);
}
