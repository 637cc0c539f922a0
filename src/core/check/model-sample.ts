import { createInterpreter } from "../kernel/interpreter.ts";
import { compile } from "../model/compile.ts";
import type { Definition } from "../model/definition.ts";
import type { Program } from "../model/program.ts";

/** Draws that checks look at. */
export const CHECK_DRAWS = 20_000;
/** The seed of every check, so that a model passes always or never. */
export const CHECK_SEED = 1;

/** The draws of a model, each value kept. */
export interface ModelSample {
  /** Values of an input, parameter or indicator in the last period, one per draw; throws for other names. */
  quantity(id: string): Float64Array;
  /** 1 hit, 0 missed, NaN undefined, one per draw; throws for unknown targets. */
  target(id: string): Float64Array;
}

/** Simulate a checked definition; columns are computed when they are asked for. */
export function sampleModel(definition: Definition): ModelSample {
  const program = compile(definition);
  const kernel = createInterpreter(program, CHECK_SEED);
  const lastPeriod = definition.periods.at(-1);

  function column(register: number): Float64Array {
    const [values] = kernel.columns(0, CHECK_DRAWS, [register]);
    if (values === undefined) throw new Error("The kernel gave no column.");
    return values;
  }

  return {
    quantity(id) {
      const register = quantityRegister(program, id, lastPeriod);
      return register === undefined ? constantColumn(definition, id) : column(register);
    },
    target(id) {
      const target = program.targets.find((each) => each.id === id);
      if (target === undefined) throw new Error(`There is no target ${id}.`);
      return column(target.hit);
    },
  };
}

function quantityRegister(program: Program, id: string, period: number | undefined) {
  return program.columns.find(({ name }) => name === `${id}@${period}` || name === id)?.register;
}

/** Parameters with a fixed value have no column. */
function constantColumn({ parameters }: Definition, id: string): Float64Array {
  const distribution = parameters.find((parameter) => parameter.id === id)?.distribution;
  if (distribution?.kind !== "constant") throw new Error(`There is no quantity ${id}.`);
  return new Float64Array(CHECK_DRAWS).fill(distribution.value);
}
