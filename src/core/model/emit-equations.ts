import { compileExpression, type Lookup } from "./compile-expression.ts";
import type { Block, Definition, Indicator } from "./definition.ts";
import { type EvaluationStep, evaluationOrder } from "./evaluation-order.ts";
import type { NamedValue } from "./expression.ts";
import type { Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import { blockName, quantityName } from "./quantity-name.ts";
import { solveBlock } from "./solve-block.ts";

/** Where equations find values and put theirs. */
export interface EquationPlace {
  /** By `quantityName` and `blockName`. */
  readonly registers: Map<string, Register>;
  /** The register of a quantity in a year; throws where it has none. */
  readonly at: (name: string, year: number) => Register;
  readonly builder: ProgramBuilder;
}

/** The year that a named value stands in, seen from `year`. */
export const yearOf = (value: NamedValue, year: number): number =>
  value.kind === "dated" ? value.year : year - value.lag;

/** Emit all equations, year by year, each after those it needs; blocks are solved at once. */
export function emitEquations(definition: Definition, place: EquationPlace): void {
  const { registers, at, builder } = place;
  const blocks = new Map(definition.blocks.map((block) => [block.id, block]));
  const steps = orderedIndicators(definition);
  for (const year of definition.periods) {
    const lookup: Lookup = (value) => at(value.name, yearOf(value, year));
    for (const { block: id, equations } of steps) {
      const block = blocks.get(id ?? "");
      if (block !== undefined) {
        emitBlock(block, equations, year, place);
        continue;
      }
      for (const { id: indicator, equation } of equations) {
        const register = compileExpression(equation, lookup, builder);
        registers.set(quantityName(indicator, year), register);
      }
    }
  }
}

/** Solves a block in a year; registers its members, and whether it was solved. */
function emitBlock(
  { id, start, tolerance, iterations }: Block,
  members: readonly Indicator[],
  year: number,
  { registers, at, builder }: EquationPlace,
): void {
  const ids = members.map((member) => member.id);
  const { values, solved } = solveBlock(
    {
      start: ids.map((member) =>
        startOf(start[member], registers.get(quantityName(member, year - 1)), builder),
      ),
      tolerance,
      iterations,
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
  for (const [i, member] of ids.entries()) registers.set(quantityName(member, year), values[i]!);
  registers.set(blockName(id, year), solved);
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
