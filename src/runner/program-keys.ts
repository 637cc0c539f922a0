import type { Program } from "../core/model/program.ts";
import type { PointSet } from "../core/sampling/sampling-method.ts";

/** Names program (by identity: programs are immutable), seed and point set together. */
export function createProgramKeys(): (program: Program, seed: number, points: PointSet) => string {
  const numbers = new WeakMap<Program, number>();
  let last = 0;
  return (program, seed, points) => {
    let number = numbers.get(program);
    if (number === undefined) {
      last += 1;
      number = last;
      numbers.set(program, number);
    }
    const strata = points.method === "latin-hypercube" ? `/${points.draws}` : "";
    return `${number}/${seed}/${points.method}${strata}`;
  };
}
