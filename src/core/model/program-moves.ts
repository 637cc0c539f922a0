import type { Distribution } from "./distribution.ts";
import type { Program } from "./program.ts";

/** Distributions that some of a program's inputs take instead, each with the input's index. */
export type ProgramMoves = readonly (readonly [number, Distribution])[];

/** The program with some distributions moved; it shares all other parts. */
export function moveProgram(program: Program, moves: ProgramMoves): Program {
  const moved = new Map(moves);
  const inputs = program.inputs.map((input, index) => {
    const distribution = moved.get(index);
    return distribution === undefined ? input : { ...input, distribution };
  });
  return { ...program, inputs };
}

/**
 * What leads from one program to another that shares its parts, as `moveProgram` makes them; `undefined` where they
 * differ in anything else. Parts are compared by identity: programs are immutable.
 */
export function programMoves(from: Program, to: Program): ProgramMoves | undefined {
  const { inputs, ...parts } = from;
  const isShared = Object.entries(parts).every(
    ([name, part]) => to[name as keyof typeof parts] === part,
  );
  if (!isShared || inputs.length !== to.inputs.length) return undefined;
  const isSameInput = inputs.every((input, index) => {
    const { stream, dimension, register } = to.inputs[index]!;
    return input.stream === stream && input.dimension === dimension && input.register === register;
  });
  if (!isSameInput) return undefined;
  return to.inputs.flatMap(({ distribution }, index) =>
    distribution === inputs[index]!.distribution ? [] : [[index, distribution] as const],
  );
}
