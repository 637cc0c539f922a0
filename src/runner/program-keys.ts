import type { Program } from "../core/model/program.ts";

/** Names pairs of program (by identity: programs are immutable) and seed. */
export function createProgramKeys(): (program: Program, seed: number) => string {
  const numbers = new WeakMap<Program, number>();
  let last = 0;
  return (program, seed) => {
    let number = numbers.get(program);
    if (number === undefined) {
      last += 1;
      number = last;
      numbers.set(program, number);
    }
    return `${number}/${seed}`;
  };
}
