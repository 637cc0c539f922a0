import { createKernel } from "../kernel/create-kernel.ts";
import { compile } from "../model/compile.ts";
import type { Definition } from "../model/definition.ts";
import type { Program, Register } from "../model/program.ts";

/** Draws that checks look at. */
export const CHECK_DRAWS = 20_000;
/** The seed of every check, so that a model passes always or never. */
export const CHECK_SEED = 1;

/** The draws of a model, each value kept: of what was wanted. Throws for anything else. */
export interface ModelSample {
  /** Values of an input, parameter or indicator in the last period, one per draw. */
  quantity(id: string): Float64Array;
  /** 1 hit, 0 missed, NaN undefined, one per draw. */
  target(id: string): Float64Array;
}

/** Ids of what a sample is to keep; may repeat. */
export interface Wanted {
  readonly quantities: readonly string[];
  readonly targets: readonly string[];
}

/** Simulate a checked definition in one pass; throws for unknown ids. */
export function sampleModel(definition: Definition, wanted: Wanted): ModelSample {
  const program = compile(definition);
  const registers = new Map<string, Register>();
  const constants = new Map<string, number>();
  for (const id of wanted.targets) registers.set(targetKey(id), hitRegister(program, id));
  for (const id of wanted.quantities) {
    const register = quantityRegister(program, id, definition.periods.at(-1));
    if (register === undefined) constants.set(id, constantParameter(definition, id));
    else registers.set(id, register);
  }

  const columns = createKernel(program, CHECK_SEED).columns(0, CHECK_DRAWS, [
    ...registers.values(),
  ]);
  const values = new Map([...registers.keys()].map((key, index) => [key, columns[index]]));
  for (const [id, value] of constants) values.set(id, new Float64Array(CHECK_DRAWS).fill(value));

  const valuesOf = (key: string): Float64Array => {
    const found = values.get(key);
    if (found === undefined) throw new Error(`${key} was not asked for.`);
    return found;
  };
  return { quantity: valuesOf, target: (id) => valuesOf(targetKey(id)) };
}

/** A key that no quantity has. */
const targetKey = (id: string): string => `target:${id}`;

function hitRegister(program: Program, id: string): Register {
  const target = program.targets.find((each) => each.id === id);
  if (target === undefined) throw new Error(`There is no target ${id}.`);
  return target.hit;
}

/** Parameters with a fixed value have none. */
function quantityRegister(program: Program, id: string, period: number | undefined) {
  return program.columns.find(({ name }) => name === `${id}@${period}` || name === id)?.register;
}

function constantParameter({ parameters }: Definition, id: string): number {
  const distribution = parameters.find((parameter) => parameter.id === id)?.distribution;
  if (distribution?.kind !== "constant") throw new Error(`There is no quantity ${id}.`);
  return distribution.value;
}
