import type { Instruction, Program, Register } from "../model/program.ts";
import type { PointSet } from "../sampling/sampling-method.ts";
import { assignSlots } from "./assign-slots.ts";
import { createBlockSampler } from "./block-sampler.ts";
import { COLUMN_OPERATIONS } from "./column-operations.ts";
import { CONSTANT_ON_LEFT, CONSTANT_ON_RIGHT } from "./constant-operations.ts";
import { BLOCK_DRAWS, type GivenColumns, registersAtStart } from "./kernel.ts";

/** Looks at a register's column while it holds a block; the column is used for something else afterwards. */
export type Observer = (column: Float64Array) => void;

/** For each register, who looks at it. */
export type Observers = readonly (readonly Observer[])[];

/** Computes the block that starts at a draw, showing each register to its observers as soon as it is computed. */
export type BlockEvaluator = (firstDraw: number, observers: Observers) => void;

interface Step {
  readonly register: Register;
  readonly out: Float64Array;
  readonly apply: () => void;
}

/** Lay out the program's columns and build all tables once; nothing is allocated per block. */
export function createBlockEvaluator(
  program: Program,
  seed: number,
  points: PointSet,
  givenColumns: GivenColumns,
): BlockEvaluator {
  const { slots, slotCount } = assignSlots(program);
  const memory = new Float64Array(slotCount * BLOCK_DRAWS);
  const columns = slots.map((slot) =>
    memory.subarray(slot * BLOCK_DRAWS, (slot + 1) * BLOCK_DRAWS),
  );
  const at = (register: Register): Float64Array => {
    const column = columns[register];
    if (column === undefined) throw new RangeError(`There is no register ${register}.`);
    return column;
  };
  const constants = new Map(program.constants.map(({ register, value }) => [register, value]));
  for (const [register, value] of constants) at(register).fill(value);
  const sample = createBlockSampler(program, seed, points, columns);
  const atStart = registersAtStart(program);
  const given = (program.part?.given ?? []).map(({ register }) => at(register));
  const steps = program.instructions.map(
    (instruction): Step => ({
      register: instruction.target,
      out: at(instruction.target),
      apply: applicationOf(instruction, at, constants),
    }),
  );

  return (firstDraw, observers) => {
    sample(firstDraw);
    givenColumns(firstDraw).forEach((column, index) => {
      given[index]?.set(column);
    });
    for (const register of atStart) show(observers[register], at(register));
    for (const { register, out, apply } of steps) {
      apply();
      show(observers[register], out);
    }
  };
}

function show(observers: readonly Observer[] | undefined, column: Float64Array): void {
  if (observers === undefined) return;
  for (const observe of observers) observe(column);
}

/** The loop of an instruction, with its columns; one for a constant operand where there is one. */
function applicationOf(
  { operation, target, a, b, c }: Instruction,
  at: (register: Register) => Float64Array,
  constants: ReadonlyMap<Register, number>,
): () => void {
  const out = at(target);
  const [left, right, third] = [at(a), at(b), at(c)];
  const leftValue = constants.get(a);
  const rightValue = constants.get(b);
  const onRight = rightValue === undefined ? undefined : CONSTANT_ON_RIGHT[operation];
  if (onRight !== undefined && rightValue !== undefined)
    return () => onRight(out, left, rightValue);
  const onLeft = leftValue === undefined ? undefined : CONSTANT_ON_LEFT[operation];
  if (onLeft !== undefined && leftValue !== undefined) return () => onLeft(out, right, leftValue);
  const apply = COLUMN_OPERATIONS[operation];
  return () => apply(out, left, right, third);
}
