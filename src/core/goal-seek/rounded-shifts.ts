import type { Lever, Shifts } from "./lever.ts";

/** Shifts with three significant digits, rounded away from 0 but within bounds: what a plan would say. */
export function roundedShifts(levers: readonly Lever[], shifts: Shifts): Shifts {
  return shifts.map((shift, index) => {
    if (shift === 0) return 0;
    const near = Number(shift.toPrecision(3));
    const unit = Number(`1e${Number(shift.toExponential(2).split("e")[1]) - 2}`);
    const away = Math.abs(near) < Math.abs(shift) ? near + Math.sign(shift) * unit : near;
    const rounded = Number(away.toPrecision(3));
    const { low, high } = levers[index] ?? { low: rounded, high: rounded };
    return Math.min(high, Math.max(low, rounded));
  });
}
