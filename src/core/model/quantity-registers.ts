import { bootstrapRule, emitBootstraps } from "./bootstrap.ts";
import type { Lookup } from "./compile-expression.ts";
import type { Definition, Input, Parameter } from "./definition.ts";
import { emitEquations, yearOf } from "./emit-equations.ts";
import type { ProgramInput, Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import { quantityName } from "./quantity-name.ts";

/** Where the values of a model's quantities stand. */
export interface QuantityRegisters {
  /** The register of a quantity in a year: sampled, computed, or its history before the first period. */
  at(name: string, year: number): Register;
  /** The lookup of expressions that speak of a year. */
  lookup(year: number): Lookup;
  /** 1 in draws in which a block was solved in a year, else 0. */
  solved(block: string, year: number): Register;
  /** What is sampled, in the order of the definition. */
  readonly inputs: readonly ProgramInput[];
  /** How many coordinates of a point inputs may take, sampled or not: the first free one. */
  readonly dimensions: number;
}

/**
 * Give every quantity of every period a register, and emit the equations.
 * Fixed quantities become constants; those named in `keepSampled` are sampled all the same, so that the
 * draws of what they are correlated with stay as they are.
 *
 * Throws where a name or a year is unknown or equations form a cycle: a checked definition has neither.
 */
export function createQuantityRegisters(
  definition: Definition,
  builder: ProgramBuilder,
  keepSampled: ReadonlySet<string>,
): QuantityRegisters {
  const inputs: ProgramInput[] = [];
  const registers = new Map<string, Register>();
  const parameters = new Set(definition.parameters.map(({ id }) => id));

  let dimensions = 0;
  const sample = (stream: string, { distribution }: Input | Parameter): void => {
    const dimension = dimensions++;
    const fixed = distribution.kind === "constant";
    const drawn = fixed && !keepSampled.has(stream) ? undefined : builder.input();
    if (drawn !== undefined) inputs.push({ stream, dimension, distribution, register: drawn });
    const register = fixed ? builder.constant(distribution.value) : drawn;
    if (register !== undefined) registers.set(stream, register);
  };

  const at = (name: string, year: number): Register => {
    const key = parameters.has(name) ? name : quantityName(name, year);
    const register = registers.get(key);
    if (register === undefined) throw new Error(`${name} has no value in ${year}.`);
    return register;
  };

  const lookup =
    (year: number): Lookup =>
    (value) =>
      at(value.name, yearOf(value, year));

  for (const { id, history } of [...definition.inputs, ...definition.indicators]) {
    for (const [year, value] of Object.entries(history?.values ?? {})) {
      registers.set(quantityName(id, Number(year)), builder.constant(value));
    }
  }
  for (const input of definition.inputs) {
    const isDrawnFromPast = bootstrapRule(input) !== undefined;
    for (const year of definition.periods) {
      if (isDrawnFromPast) dimensions++;
      else sample(quantityName(input.id, year), input);
    }
  }
  for (const parameter of definition.parameters) sample(parameter.id, parameter);
  const yearDraws = emitBootstraps(definition, dimensions, { registers, builder });
  inputs.push(...yearDraws.inputs);
  dimensions += yearDraws.dimensions;
  emitEquations(definition, { registers, at, builder });
  const solved = (block: string, year: number): Register => at(`block:${block}`, year);
  return { at, lookup, solved, inputs, dimensions };
}
