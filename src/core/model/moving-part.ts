import type { Copula, GivenRegister, Instruction, Program, Register } from "./program.ts";

/** The part of a program that some inputs have an influence on. */
export interface MovingPart {
  /** Gives all columns and targets of the whole, given what does not move. */
  readonly program: Program;
  /** For each of its inputs, the index in the whole program. */
  readonly inputs: readonly number[];
}

/**
 * The part of a program that depends on some of its inputs, given as indices. Registers keep their numbers and inputs
 * their streams, so that the part gives what the whole gives, to the last bit, whatever the distributions of these
 * inputs.
 * @param groups the program's instructions in order, in groups that stay together
 * @param whole for each register of the program, whether all its finite values are whole
 */
export function movingPart(
  program: Program,
  moved: ReadonlySet<number>,
  groups: readonly (readonly Instruction[])[],
  whole: readonly boolean[],
): MovingPart {
  const affected = new Set(
    program.inputs.flatMap(({ register }, index) => (moved.has(index) ? [register] : [])),
  );
  const instructions = groups.flatMap((group) => {
    const reads = group.flatMap(({ a, b, c }) => [a, b, c]);
    if (!reads.some((register) => affected.has(register))) return [];
    for (const { target } of group) affected.add(target);
    return group;
  });
  const { inputs, copulas, indices } = inputsThatMove(program, moved);
  const given = givenRegisters(program, instructions, affected, whole);
  const part = { of: program, given };
  return { program: { ...program, inputs, copulas, instructions, part }, inputs: indices };
}

/** What the moving instructions and the results read that does not move. */
function givenRegisters(
  { constants, columns, targets }: Program,
  moving: readonly Instruction[],
  affected: ReadonlySet<Register>,
  whole: readonly boolean[],
): readonly GivenRegister[] {
  const read = new Set([
    ...moving.flatMap(({ a, b, c }) => [a, b, c]),
    ...columns.map(({ register }) => register),
    ...targets.flatMap(({ hit, stretchHit }) => [hit, stretchHit ?? hit]),
  ]);
  for (const { register } of constants) read.delete(register);
  return [...read]
    .filter((register) => !affected.has(register))
    .map((register) => ({ register, whole: whole[register] === true }));
}

/**
 * The moved inputs, and those that come before them in their copulas, which lend them their scores only and are
 * drawn as constants: a member's score needs no later one, the factor being lower-triangular.
 */
function inputsThatMove(program: Program, moved: ReadonlySet<number>) {
  const copulas = program.copulas.flatMap((copula) => {
    const length = copula.members.findLastIndex((member) => moved.has(member)) + 1;
    return length === 0 ? [] : [firstMembers(copula, length)];
  });
  const joined = new Set(copulas.flatMap(({ members }) => members));
  const indices = [...program.inputs.keys()].filter(
    (index) => moved.has(index) || joined.has(index),
  );
  const place = new Map(indices.map((index, position) => [index, position]));
  return {
    indices,
    inputs: indices.flatMap((index) => {
      const input = program.inputs[index];
      if (input === undefined) return [];
      return moved.has(index)
        ? [input]
        : [{ ...input, distribution: { kind: "constant", value: 0 } as const }];
    }),
    copulas: copulas.map((copula) => ({
      ...copula,
      members: copula.members.flatMap((member) => place.get(member) ?? []),
    })),
  };
}

function firstMembers({ members, factor, ...rest }: Copula, length: number): Copula {
  const size = members.length;
  const rows = Array.from({ length }, (_, row) => factor.subarray(row * size, row * size + length));
  const first = new Float64Array(length * length);
  rows.forEach((row, index) => {
    first.set(row, index * length);
  });
  return { ...rest, members: members.slice(0, length), factor: first };
}
