import type { Program, Register } from "./program.ts";

/** A program before registers that nothing needs are removed. */
export type Draft = Omit<Program, "registerCount">;

/** Keep what columns and targets need, and number the registers that remain from 0: constants, inputs, results. */
export function removeDeadCode(draft: Draft): Program {
  const live = liveRegisters(draft);
  const constants = draft.constants.filter(({ register }) => live.has(register));
  const instructions = draft.instructions.filter(({ target }) => live.has(target));
  const order = [
    ...constants.map(({ register }) => register),
    ...draft.inputs.map(({ register }) => register),
    ...instructions.map(({ target }) => target),
  ];
  const renumbered = new Map(order.map((register, index) => [register, index]));
  const at = (register: Register): Register => {
    const index = renumbered.get(register);
    if (index === undefined) throw new Error(`Register ${register} is used but never written.`);
    return index;
  };
  return {
    registerCount: order.length,
    constants: constants.map(({ register, value }) => ({ register: at(register), value })),
    inputs: draft.inputs.map((input) => ({ ...input, register: at(input.register) })),
    copulas: draft.copulas,
    instructions: instructions.map(({ operation, target, a, b, c }) => ({
      operation,
      target: at(target),
      a: at(a),
      b: at(b),
      c: at(c),
    })),
    columns: draft.columns.map(({ name, register }) => ({ name, register: at(register) })),
    targets: draft.targets.map((target) => ({
      ...target,
      hit: at(target.hit),
      ...(target.stretchHit === undefined ? {} : { stretchHit: at(target.stretchHit) }),
    })),
  };
}

function liveRegisters(draft: Draft): ReadonlySet<Register> {
  const live = new Set<Register>(draft.columns.map(({ register }) => register));
  for (const { hit, stretchHit } of draft.targets) {
    live.add(hit);
    if (stretchHit !== undefined) live.add(stretchHit);
  }
  for (const { target, a, b, c } of draft.instructions.toReversed()) {
    if (live.has(target)) live.add(a).add(b).add(c);
  }
  return live;
}
