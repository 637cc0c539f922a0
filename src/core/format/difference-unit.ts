/** The unit of a difference of two values: percentages differ by percentage points. */
export function differenceUnit(unit: string): string {
  return unit.trim().startsWith("%") ? "percentage points" : unit;
}
