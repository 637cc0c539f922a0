import type { Program, Register } from "../../model/program.ts";
import { assembleModule } from "./assemble-module.ts";
import type { Code } from "./code.ts";
import type { ColumnPlan } from "./column-plan.ts";
import {
  type FunctionCode,
  functionCode,
  I32,
  type Local,
  type Scope,
  V128,
} from "./function-code.ts";
import { i32, repeatWhile, v128 } from "./instructions.ts";
import { advance } from "./loops.ts";
import { BLOCK_BYTES, COLUMN_STRIDE, KERNEL_AT, PROGRAM_NUMBERS } from "./memory-map.ts";
import { bitsOf, createNumberPool } from "./number-pool.ts";
import { type Operand, PAIR_OPERATIONS } from "./operation-code.ts";
import type { PairInstruction, Segment } from "./segments.ts";

/** The address of a column. */
export const columnAddress = (column: number): number => KERNEL_AT + column * COLUMN_STRIDE;

/** The address of the number of a program's constant. */
export const constantAddress = ({ columnCount }: ColumnPlan, index: number): number =>
  columnAddress(columnCount) + 8 * index;

/** The name of the function that computes a segment. */
export const segmentName = (index: number): string => `segment_${index}`;

/**
 * The bytes of a module with a function for each loop. Numbers stand in memory, so that programs which
 * differ in numbers only have the same module.
 */
export function programModule(
  program: Program,
  segments: readonly Segment[],
  plan: ColumnPlan,
): Uint8Array<ArrayBuffer> {
  const constants = new Map(
    program.constants.map(({ register, value }, index) => [
      register,
      { address: constantAddress(plan, index), mayBeNaN: Number.isNaN(value) },
    ]),
  );
  const { address, capacity } = PROGRAM_NUMBERS;
  const pool = createNumberPool(address, capacity);
  // All programs share these places: each has the same numbers there.
  for (const number of [1, 0.5, Number.NaN]) pool.addressOf(bitsOf(number));
  return assembleModule(
    segments.flatMap((segment, index) =>
      segment.kind === "loop"
        ? [loopFunction(segmentName(index), segment.instructions, plan, constants)]
        : [],
    ),
    pool,
  );
}

type Constants = ReadonlyMap<Register, { readonly address: number; readonly mayBeNaN: boolean }>;

function loopFunction(
  name: string,
  instructions: readonly PairInstruction[],
  { columns }: ColumnPlan,
  constants: Constants,
): FunctionCode {
  return functionCode(name, [], (scope) => {
    const at = scope.local(I32);
    const locals = new Map<Register, Operand>();
    const before: Code[] = [];
    const body: Code[] = [];
    const operand = (register: Register): Operand => {
      const known = locals.get(register);
      if (known !== undefined) return known;
      const constant = constants.get(register);
      if (constant !== undefined) {
        const load = v128.load64_splat(i32.const(0), constant.address);
        return define(scope, locals, before, register, load, constant.mayBeNaN);
      }
      const load = v128.load(at.get, addressOf(columns, register));
      return define(scope, locals, body, register, load, true);
    };
    for (const { operation, target, a, b, c } of instructions) {
      const code = PAIR_OPERATIONS[operation](scope, operand(a), operand(b), operand(c));
      const result = define(scope, locals, body, target, code, true);
      if (columns.has(target)) {
        body.push(v128.store(at.get, result.value, addressOf(columns, target)));
      }
    }
    return [before, repeatWhile(i32.lt_u(at.get, i32.const(BLOCK_BYTES)), [body, advance(at, 16)])];
  });
}

/** Compute a register into a local of its own. */
function define(
  scope: Scope,
  locals: Map<Register, Operand>,
  code: Code[],
  register: Register,
  value: Code,
  mayBeNaN: boolean,
): Operand {
  const local: Local = scope.local(V128);
  code.push(local.set(value));
  const operand = { value: local.get, mayBeNaN };
  locals.set(register, operand);
  return operand;
}

function addressOf(columns: ReadonlyMap<Register, number>, register: Register): number {
  const column = columns.get(register);
  if (column === undefined) throw new RangeError(`Register ${register} has no column.`);
  return columnAddress(column);
}
