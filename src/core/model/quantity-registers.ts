import { compileExpression, type Lookup } from "./compile-expression.ts";
import type { Block, Definition, Indicator, Input, Parameter } from "./definition.ts";
import { type EvaluationStep, evaluationOrder } from "./evaluation-order.ts";
import type { NamedValue } from "./expression.ts";
import type { ProgramInput, Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import { solveBlock } from "./solve-block.ts";

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

/** A quantity in a year: the name of its column and, for inputs, of its random stream. Parameters have their id. */
export const quantityName = (id: string, year: number): string => `${id}@${year}`;

/** The column that says whether a block was solved in a year. */
export const blockName = (id: string, year: number): string => quantityName(`block:${id}`, year);

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
    for (const year of definition.periods) sample(quantityName(input.id, year), input);
  }
  for (const parameter of definition.parameters) sample(parameter.id, parameter);
  const blocks = new Map(definition.blocks.map((block) => [block.id, block]));
  const steps = orderedIndicators(definition);
  for (const year of definition.periods) {
    for (const { block: id, equations } of steps) {
      const block = blocks.get(id ?? "");
      if (block !== undefined) {
        for (const [key, register] of compileBlock(
          block,
          equations,
          year,
          registers,
          at,
          builder,
        )) {
          registers.set(key, register);
        }
        continue;
      }
      for (const { id: indicator, equation } of equations) {
        const register = compileExpression(equation, lookup(year), builder);
        registers.set(quantityName(indicator, year), register);
      }
    }
  }
  const solved = (block: string, year: number): Register => at(`block:${block}`, year);
  return { at, lookup, solved, inputs, dimensions };
}

/** The year that a named value stands in, seen from `year`. */
const yearOf = (value: NamedValue, year: number): number =>
  value.kind === "dated" ? value.year : year - value.lag;

/** The registers of a block's members in a year, and of whether it was solved. */
function compileBlock(
  block: Block,
  members: readonly Indicator[],
  year: number,
  registers: ReadonlyMap<string, Register>,
  at: QuantityRegisters["at"],
  builder: ProgramBuilder,
): readonly (readonly [string, Register])[] {
  const ids = members.map(({ id }) => id);
  const { values, solved } = solveBlock(
    {
      start: ids.map((id) =>
        startOf(block.start[id], registers.get(quantityName(id, year - 1)), builder),
      ),
      tolerance: block.tolerance,
      iterations: block.iterations,
      equations: (unknowns, emitter) => {
        const find: Lookup = (value) => {
          const asked = yearOf(value, year);
          const unknown = asked === year ? unknowns[ids.indexOf(value.name)] : undefined;
          return unknown ?? emitter.fixed(at(value.name, asked));
        };
        return members.map(({ equation }) => compileExpression(equation, find, emitter));
      },
    },
    builder,
  );
  return [
    ...ids.map((id, index) => [quantityName(id, year), values[index]!] as const),
    [blockName(block.id, year), solved],
  ];
}

/** The start that the file gives; else last period's value where there is one; else 0. */
function startOf(
  given: number | undefined,
  previous: Register | undefined,
  { emit, constant }: ProgramBuilder,
): Register {
  if (given !== undefined || previous === undefined) return constant(given ?? 0);
  return emit("select", previous, constant(0), emit("is_finite", previous));
}

function orderedIndicators(definition: Definition): readonly EvaluationStep<Indicator>[] {
  const order = evaluationOrder(definition.indicators, definition.periods[0], definition.blocks);
  if (order.kind === "cyclic") {
    const cycles = order.cycles.map((cycle) => cycle.join(" → "));
    throw new Error(`Equations need each other: ${cycles.join("; ")}.`);
  }
  return order.steps;
}
