/** Something that can be moved, within bounds and at a cost. */
export interface Lever {
  /** An input or parameter, uncertain or constant. */
  readonly name: string;
  /** Bounds of its shift, in its unit: low ≤ 0 ≤ high. */
  readonly low: number;
  readonly high: number;
  /** Effort for one unit of shift in either direction, > 0. */
  readonly cost: number;
}

/** A shift for each lever, in its unit. */
export type Shifts = readonly number[];

/** Σ cost · |shift|. */
export function effortOf(levers: readonly Lever[], shifts: Shifts): number {
  return levers.reduce((sum, { cost }, index) => sum + cost * Math.abs(shifts[index] ?? 0), 0);
}

/** The effort of moving every lever as far as it goes on its longer side. */
export function largestEffort(levers: readonly Lever[]): number {
  return levers.reduce((sum, { low, high, cost }) => sum + cost * Math.max(-low, high), 0);
}

/** `shifts` with one lever moved by so much effort in a direction, as far as its bounds allow. */
export function movedBy(
  levers: readonly Lever[],
  shifts: Shifts,
  index: number,
  direction: 1 | -1,
  effort: number,
): Shifts {
  const lever = levers[index];
  if (lever === undefined) throw new RangeError(`There is no lever ${index}.`);
  const wanted = (shifts[index] ?? 0) + (direction * effort) / lever.cost;
  return shifts.with(index, Math.min(lever.high, Math.max(lever.low, wanted)));
}

/** `shifts` with one lever moved back towards 0 by so much effort, at most to 0. */
export function takenBack(
  levers: readonly Lever[],
  shifts: Shifts,
  index: number,
  effort: number,
): Shifts {
  const shift = shifts[index] ?? 0;
  const left = Math.max(0, Math.abs(shift) - effort / (levers[index]?.cost ?? 1));
  return shifts.with(index, shift < 0 ? -left : left);
}
