import type { Program, ProgramTarget } from "../model/program.ts";
import type { DriverPath } from "./sensitivity.ts";

/**
 * How each input (index) can reach each target (index); `undefined` where the two are independent:
 * neither the input nor any other in its copula occurs in what the target is judged by.
 */
export function inputPaths(
  program: Program,
): (input: number, target: number) => DriverPath | undefined {
  const reached = program.inputs.map(({ register }) => reachedRegisters(program, register));
  const occurs = (input: number, { hit }: ProgramTarget): boolean => reached[input]?.[hit] === 1;
  const companions = program.inputs.map((_, input) =>
    program.copulas.flatMap(({ members }) => (members.includes(input) ? members : [])),
  );
  return (input, index) => {
    const target = program.targets[index];
    if (target === undefined) return undefined;
    if (occurs(input, target)) return "equations";
    return companions[input]?.some((other) => occurs(other, target)) ? "correlation" : undefined;
  };
}

/** Marks the registers that are computed from one. */
function reachedRegisters(program: Program, from: number): Uint8Array {
  const reached = new Uint8Array(program.registerCount);
  reached[from] = 1;
  for (const { target, a, b, c } of program.instructions) {
    reached[target] = reached[a]! | reached[b]! | reached[c]!;
  }
  return reached;
}
