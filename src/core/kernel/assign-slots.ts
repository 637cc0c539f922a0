import type { Program, Register } from "../model/program.ts";

/** Which column of memory each register uses. */
export interface SlotAssignment {
  readonly slotCount: number;
  /** Slot by register. */
  readonly slots: readonly number[];
}

/**
 * Let registers share columns: a register's slot is free again after the last instruction that reads it,
 * for that instruction's own result too, since operations read an element before they write it. Constants
 * keep their slots. A block then fits into the processor's caches.
 */
export function assignSlots(program: Program): SlotAssignment {
  const slots = new Array<number>(program.registerCount).fill(-1);
  const free: number[] = [];
  let slotCount = 0;
  const take = (register: Register): void => {
    slots[register] = free.pop() ?? slotCount++;
  };
  const lastUse = lastUses(program);
  const release = (register: Register, step: number): void => {
    if (lastUse[register] !== step) return;
    free.push(slots[register]!);
    lastUse[register] = KEPT;
  };

  for (const { register } of program.constants) take(register);
  for (const { register } of program.inputs) take(register);
  for (const { register } of program.part?.given ?? []) take(register);
  program.instructions.forEach(({ target, a, b, c }, step) => {
    for (const operand of [a, b, c]) release(operand, step);
    take(target);
    release(target, step);
  });
  return { slotCount, slots };
}

const KEPT = -2;

/** The index of the instruction after which each register is no longer needed. */
function lastUses(program: Program): number[] {
  const last = new Array<number>(program.registerCount).fill(-1);
  program.instructions.forEach(({ target, a, b, c }, step) => {
    // A result that nothing reads is done with at once.
    last[target] = step;
    last[a] = step;
    last[b] = step;
    last[c] = step;
  });
  for (const { register } of program.constants) last[register] = KEPT;
  return last;
}
