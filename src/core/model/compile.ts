import { compileCopulas } from "./compile-copulas.ts";
import type { Definition, Target } from "./definition.ts";
import type { Program, ProgramColumn, ProgramTarget, Register } from "./program.ts";
import { createProgramBuilder, type ProgramBuilder } from "./program-builder.ts";
import { blockName, quantityName } from "./quantity-name.ts";
import { createQuantityRegisters, type QuantityRegisters } from "./quantity-registers.ts";
import { removeDeadCode } from "./remove-dead-code.ts";
import { streamGroups } from "./stream-groups.ts";
import {
  compileStretchEvent,
  compileTargetEvent,
  type TargetContext,
  targetValue,
} from "./target-events.ts";

/**
 * Compile a checked definition: periods unrolled, constants folded, equal work shared.
 *
 * Columns are, in this order: inputs by period, uncertain parameters, indicators by period, whether
 * blocks were solved by period (`block:id@year`, 1 or 0), the quantities of targets over several years
 * (`target:id`) and the margins of targets whose line varies
 * (`margin:id`).
 *
 * Throws where the definition was not checked: unknown names, cycles, impossible correlations.
 */
export function compile(definition: Definition): Program {
  const builder = createProgramBuilder();
  const groups = streamGroups(definition);
  const correlated = new Set(groups.flatMap(({ streams }) => streams));
  const quantities = createQuantityRegisters(definition, builder, correlated);
  const columns = quantityColumns(definition, quantities);
  const targets = definition.targets.map((target) =>
    compileTarget(definition, target, builder, quantities, columns),
  );
  return removeDeadCode({
    constants: [...builder.constants].map(([register, value]) => ({ register, value })),
    inputs: quantities.inputs,
    copulas: compileCopulas(groups, quantities.inputs, quantities.dimensions),
    instructions: builder.instructions,
    columns,
    targets,
  });
}

function quantityColumns(definition: Definition, quantities: QuantityRegisters): ProgramColumn[] {
  const firstYear = definition.periods[0] ?? Number.NaN;
  const byPeriod = ({ id }: { readonly id: string }): readonly ProgramColumn[] =>
    definition.periods.map((year) => ({
      name: quantityName(id, year),
      register: quantities.at(id, year),
    }));
  const uncertain = definition.parameters.filter(
    ({ distribution }) => distribution.kind !== "constant",
  );
  return [
    ...definition.inputs.flatMap(byPeriod),
    ...uncertain.map(({ id }) => ({ name: id, register: quantities.at(id, firstYear) })),
    ...definition.indicators.flatMap(byPeriod),
    ...definition.blocks.flatMap(({ id }) =>
      definition.periods.map((year) => ({
        name: blockName(id, year),
        register: quantities.solved(id, year),
      })),
    ),
  ];
}

/** Compile a target, adding the columns of its own to `columns`. */
function compileTarget(
  definition: Definition,
  target: Target,
  builder: ProgramBuilder,
  quantities: QuantityRegisters,
  columns: ProgramColumn[],
): ProgramTarget {
  const { id, period, stretch } = target;
  const indicator = definition.indicators.find((each) => each.id === target.indicator);
  if (indicator === undefined) throw new Error(`Target ${id} names no known indicator.`);
  const context: TargetContext = { builder, quantities, target, indicator };
  const addColumn = (name: string, register: Register): number =>
    columns.push({ name, register }) - 1;

  const value =
    target.cumulative === undefined && target.compounded === undefined
      ? columns.findIndex(({ name }) => name === quantityName(indicator.id, period))
      : addColumn(`target:${id}`, targetValue(context));
  const { margin, ...event } = compileTargetEvent(context);
  const tier = stretch === undefined ? undefined : compileStretchEvent(context, stretch);
  return {
    id,
    value,
    ...event,
    ...(margin === undefined ? {} : { margin: addColumn(`margin:${id}`, margin) }),
    ...(tier === undefined ? {} : { stretchHit: tier.hit }),
    ...(tier?.threshold === undefined ? {} : { stretchThreshold: tier.threshold }),
  };
}
