import type { Copula, GivenRegister, Instruction, Program, Register } from "./program.ts";

/** A program in two: what some inputs have no influence on, and the rest, which gives the results. */
export interface SplitProgram {
  /** Computes the given registers of the other part, and nothing else is asked of it. */
  readonly still: Program;
  /** Computes all columns and targets. */
  readonly moving: Program;
  /** For each input of the moving part, its index in the whole program. */
  readonly movingInputs: readonly number[];
}

/**
 * Split a program by what depends on some of its inputs, given as indices. Registers keep their numbers and inputs
 * their streams, so that both parts together give what the whole gives, to the last bit, whatever the distributions
 * of these inputs.
 * @param whole for each register of the program, whether all its finite values are whole
 */
export function splitProgram(
  program: Program,
  moved: ReadonlySet<number>,
  whole: readonly boolean[],
): SplitProgram {
  const affected = new Set(
    program.inputs.flatMap(({ register }, index) => (moved.has(index) ? [register] : [])),
  );
  const moving: Instruction[] = [];
  const others: Instruction[] = [];
  for (const instruction of program.instructions) {
    const { target, a, b, c } = instruction;
    const isAffected = affected.has(a) || affected.has(b) || affected.has(c);
    if (isAffected) affected.add(target);
    (isAffected ? moving : others).push(instruction);
  }
  const given = givenRegisters(program, moving, affected, whole);
  const { inputs, copulas, indices } = inputsThatMove(program, moved);
  return {
    still: stillPart(program, others, given),
    moving: { ...program, inputs, copulas, instructions: moving, given },
    movingInputs: indices,
  };
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

/** The part that gives these registers: instructions that lead nowhere else, and all inputs. */
function stillPart(
  program: Program,
  instructions: readonly Instruction[],
  given: readonly GivenRegister[],
): Program {
  const live = new Set(given.map(({ register }) => register));
  const needed = instructions.toReversed().filter(({ target, a, b, c }) => {
    if (live.has(target)) live.add(a).add(b).add(c);
    return live.has(target);
  });
  return { ...program, instructions: needed.reverse(), columns: [], targets: [], targetSets: [] };
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
