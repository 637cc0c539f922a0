import type { Program, Register } from "../../model/program.ts";
import type { PointSet } from "../../sampling/sampling-method.ts";
import { BLOCK_DRAWS, type GivenColumns, registersAtStart } from "../kernel.ts";
import type { ColumnPlan } from "./column-plan.ts";
import { createMemoryImage, type MemoryImage } from "./memory-image.ts";
import { placeInputs } from "./place-inputs.ts";
import { programLoops } from "./program-loops.ts";
import { columnAddress, segmentName } from "./program-module.ts";
import { resultsOf, type Segment } from "./segments.ts";
import type { WasmRuntime } from "./wasm-runtime.ts";

/** Looks at the column of a register at an address while it holds a block. */
export type Look = (register: Register, address: number) => void;

/** A program in memory, ready to compute blocks. */
export interface BlockProgram {
  readonly image: MemoryImage;
  /** Compute the block that starts at a draw; the image must have been entered. */
  compute(firstDraw: number, look: Look): void;
}

/** What blocks are computed from. */
export interface BlockSource {
  readonly program: Program;
  readonly seed: number;
  readonly points: PointSet;
  /** Must leave the memory alone. */
  readonly given: GivenColumns;
  readonly runtime: WasmRuntime;
}

interface Step {
  readonly apply: () => void;
  readonly seen: readonly Seen[];
}

interface Seen {
  readonly register: Register;
  readonly address: number;
}

/** Lay a program out in memory; each of the `wanted` registers is shown as soon as it is computed. */
export function createBlockProgram(
  { program, seed, points, given: givenColumns, runtime }: BlockSource,
  wanted: ReadonlySet<Register>,
): BlockProgram {
  const { segments, plan, functions } = programLoops(program, wanted, runtime);
  const image = createMemoryImage(runtime, columnAddress(plan.columnCount));
  const at = (register: Register): number => {
    const column = plan.columns.get(register);
    if (column === undefined) throw new RangeError(`Register ${register} has no column.`);
    return columnAddress(column);
  };
  placeConstants(program, plan, image);
  const fillInputs = placeInputs(
    program,
    seed,
    points,
    ({ register }) => at(register),
    runtime,
    image,
  );
  const seenOf = (registers: readonly Register[]): readonly Seen[] =>
    registers
      .filter((register) => wanted.has(register))
      .map((register) => ({ register, address: at(register) }));
  const steps = segments.map(
    (segment, index): Step => ({
      apply: applicationOf(segment, index, at, functions, runtime),
      seen: seenOf(resultsOf(segment)),
    }),
  );
  const seenAtStart = seenOf(registersAtStart(program));
  const given = (program.given ?? []).map(({ register }) => at(register));

  return {
    image,
    compute(firstDraw, look) {
      fillInputs(firstDraw);
      const memory = runtime.memory();
      givenColumns(firstDraw).forEach((column, index) => {
        new Float64Array(memory, given[index], BLOCK_DRAWS).set(column);
      });
      for (const { register, address } of seenAtStart) look(register, address);
      for (const { apply, seen } of steps) {
        apply();
        for (const { register, address } of seen) look(register, address);
      }
    },
  };
}

/** The numbers of constants where loops find them, and columns of those that need one. */
function placeConstants({ constants }: Program, { columns }: ColumnPlan, image: MemoryImage): void {
  image.place(Float64Array.from(constants, ({ value }) => value));
  for (const { register, value } of constants) {
    const column = columns.get(register);
    if (column === undefined) continue;
    image.placeAt(columnAddress(column), new Float64Array(BLOCK_DRAWS).fill(value));
  }
}

/** What computes a segment. */
function applicationOf(
  segment: Segment,
  index: number,
  at: (register: Register) => number,
  functions: Readonly<Record<string, () => void>>,
  { library }: WasmRuntime,
): () => void {
  if (segment.kind === "loop") {
    const loop = functions[segmentName(index)];
    if (loop === undefined) throw new Error(`The module lacks segment ${index}.`);
    return loop;
  }
  const { operation, target, a, b } = segment.instruction;
  const [left, right, out] = [at(a), at(b), at(target)];
  return operation === "power"
    ? () => library.power(left, right, out)
    : () => library[operation](left, out);
}
