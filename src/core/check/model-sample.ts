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
  /** Values of an input, parameter or indicator in a year, by default the last period, one per draw. */
  quantity(id: string, period?: number): Float64Array;
  /** 1 hit, 0 missed, NaN undefined, one per draw. */
  target(id: string): Float64Array;
}

/** A quantity, in the last period where no year is given. */
export interface WantedQuantity {
  readonly id: string;
  readonly period?: number | undefined;
}

/** What a sample is to keep; may repeat. */
export interface Wanted {
  readonly quantities: readonly WantedQuantity[];
  readonly targets: readonly string[];
}

/** Simulate a checked definition in one pass; throws for unknown ids. */
export function sampleModel(definition: Definition, wanted: Wanted): ModelSample {
  const program = compile(definition);
  const registers = new Map<string, Register>();
  const constants = new Map<string, number>();
  for (const id of wanted.targets) registers.set(targetKey(id), hitRegister(program, id));
  const last = definition.periods.at(-1);
  for (const { id, period } of wanted.quantities) {
    const register = quantityRegister(program, id, period ?? last);
    const key = quantityKey(id, period ?? last);
    if (register === undefined) constants.set(key, constantParameter(definition, id));
    else registers.set(key, register);
  }

  const columns = createKernel(program, CHECK_SEED).columns(0, CHECK_DRAWS, [
    ...registers.values(),
  ]);
  const values = new Map([...registers.keys()].map((key, index) => [key, columns[index]]));
  for (const [key, value] of constants) values.set(key, new Float64Array(CHECK_DRAWS).fill(value));

  const valuesOf = (key: string): Float64Array => {
    const found = values.get(key);
    if (found === undefined) throw new Error(`${key} was not asked for.`);
    return found;
  };
  return {
    quantity: (id, period) => valuesOf(quantityKey(id, period ?? last)),
    target: (id) => valuesOf(targetKey(id)),
  };
}

const quantityKey = (id: string, period: number | undefined): string => `${id}@${period}`;

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
