import type { Program, ProgramColumn, Register } from "./program.ts";

/** A column that is of interest where any of some registers is needed anyway. */
export interface WatchedColumn {
  readonly column: ProgramColumn;
  readonly where: readonly Register[];
}

/** A program before registers that nothing needs are removed. */
export type Draft = Omit<Program, "registerCount"> & {
  /** They come after the other columns. */
  readonly watched: readonly WatchedColumn[];
};

/**
 * Keep what columns and targets need, and number the registers that remain from 0: constants, inputs, results.
 * A copula stays whole where one of its members is needed, since its members' draws hang together.
 */
export function removeDeadCode({ watched, ...given }: Draft): Program {
  const needed = liveRegisters(given);
  const added = watched.filter(({ where }) => where.some((register) => needed.has(register)));
  const draft = { ...given, columns: [...given.columns, ...added.map(({ column }) => column)] };
  const live = liveRegisters(draft);
  const { inputs, copulas } = liveInputs(draft, live);
  const constants = draft.constants.filter(({ register }) => live.has(register));
  const instructions = draft.instructions.filter(({ target }) => live.has(target));
  const order = [
    ...constants.map(({ register }) => register),
    ...inputs.map(({ register }) => register),
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
    inputs: inputs.map((input) => ({ ...input, register: at(input.register) })),
    copulas,
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
    targetSets: draft.targetSets,
  };
}

type Parts = Omit<Draft, "watched">;

function liveInputs(
  draft: Parts,
  live: ReadonlySet<Register>,
): Pick<Program, "inputs" | "copulas"> {
  const isLive = (index: number): boolean => live.has(draft.inputs[index]?.register ?? -1);
  const copulas = draft.copulas.filter(({ members }) => members.some(isLive));
  const joined = new Set(copulas.flatMap(({ members }) => members));
  const kept = [...draft.inputs.keys()].filter((index) => isLive(index) || joined.has(index));
  const place = new Map(kept.map((index, position) => [index, position]));
  return {
    inputs: kept.flatMap((index) => draft.inputs[index] ?? []),
    copulas: copulas.map((copula) => ({
      ...copula,
      members: copula.members.flatMap((member) => place.get(member) ?? []),
    })),
  };
}

function liveRegisters(draft: Parts): ReadonlySet<Register> {
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
