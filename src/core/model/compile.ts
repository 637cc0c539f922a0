import { compileCopulas } from "./compile-copulas.ts";
import type { Definition, Target } from "./definition.ts";
import type {
  Program,
  ProgramColumn,
  ProgramTarget,
  ProgramTargetSet,
  Register,
} from "./program.ts";
import { createProgramBuilder, type ProgramBuilder } from "./program-builder.ts";
import { blockName, quantityName } from "./quantity-name.ts";
import { createQuantityRegisters, type QuantityRegisters } from "./quantity-registers.ts";
import { removeDeadCode, type WatchedColumn } from "./remove-dead-code.ts";
import { streamGroups } from "./stream-groups.ts";
import {
  compileStretchEvent,
  compileTargetEvent,
  type TargetContext,
  targetValue,
} from "./target-events.ts";

/**
 * What a program has columns of: every quantity in every period, only what its targets are about, or beside
 * that some columns by name.
 */
export type ColumnScope = "everything" | "targets" | readonly string[];

/**
 * Compile a checked definition: periods unrolled, constants folded, equal work shared.
 *
 * Columns are, in this order: inputs by period, uncertain parameters, indicators by period, whether
 * blocks were solved by period (`block:id@year`, 1 or 0), the quantities of targets over several years
 * (`target:id`) and the margins of targets whose line varies (`margin:id`). With the scope `targets`
 * there are only those that targets are about, in the order of targets, after those that are named, and the
 * blocks on the way to them; nothing else is sampled or computed, and what is left has the same draws, to the
 * last bit.
 *
 * Throws where the definition was not checked: unknown names, cycles, impossible correlations.
 */
export function compile(definition: Definition, scope: ColumnScope = "everything"): Program {
  const builder = createProgramBuilder();
  const groups = streamGroups(definition);
  const correlated = new Set(groups.flatMap(({ streams }) => streams));
  const quantities = createQuantityRegisters(definition, builder, correlated);
  const columns = quantityColumns(definition, quantities, scope);
  const targets = definition.targets.map((target) =>
    compileTarget(definition, target, builder, quantities, columns),
  );
  return removeDeadCode({
    constants: [...builder.constants].map(([register, value]) => ({ register, value })),
    inputs: quantities.inputs,
    copulas: compileCopulas(groups, quantities.inputs, quantities.dimensions),
    instructions: builder.instructions,
    columns,
    watched: scope === "everything" ? [] : watchedBlocks(definition, quantities),
    targets,
    targetSets: targetSets(definition.targets),
  });
}

/** All targets, the binding and the expected ones; sets without targets are left out. */
function targetSets(targets: readonly Target[]): readonly ProgramTargetSet[] {
  return (["all", "binding", "expected"] as const).flatMap((set) => {
    const members = targets.flatMap(({ commitment }, index) =>
      set === "all" || commitment === set ? [index] : [],
    );
    return members.length === 0 ? [] : [{ set, members }];
  });
}

function quantityColumns(
  definition: Definition,
  quantities: QuantityRegisters,
  scope: ColumnScope,
): ProgramColumn[] {
  if (scope === "targets") return [];
  const all = everyColumn(definition, quantities);
  return scope === "everything" ? all : all.filter(({ name }) => scope.includes(name));
}

function everyColumn(definition: Definition, quantities: QuantityRegisters): ProgramColumn[] {
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
    ...watchedBlocks(definition, quantities).map(({ column }) => column),
  ];
}

/** Whether blocks were solved, by block and period; of interest where one of the block's members is. */
function watchedBlocks(
  { blocks, periods }: Definition,
  quantities: QuantityRegisters,
): readonly WatchedColumn[] {
  return blocks.flatMap(({ id, members }) =>
    periods.map((year) => ({
      column: { name: blockName(id, year), register: quantities.solved(id, year) },
      where: members.map((member) => quantities.at(member, year)),
    })),
  );
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
  const addColumn = (name: string, register: Register): number => {
    const known = columns.findIndex((column) => column.name === name);
    return known < 0 ? columns.push({ name, register }) - 1 : known;
  };
  const isOfOneYear = target.cumulative === undefined && target.compounded === undefined;
  const name = isOfOneYear ? quantityName(indicator.id, period) : `target:${id}`;
  const value = addColumn(name, targetValue(context));
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
