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

/**
 * Lay a program out in memory, as a run does that wants some registers; each of those that are `shown` is shown as
 * soon as it is computed. A part of a program runs the loops of the whole, but for those that it leaves out: there it
 * copies what is given.
 */
export function createBlockProgram(
  { program, seed, points, given: givenColumns, runtime }: BlockSource,
  wanted: ReadonlySet<Register>,
  shown: ReadonlySet<Register> = wanted,
): BlockProgram {
  const whole = program.part?.of ?? program;
  const { segments, plan, functions } = programLoops(whole, wanted, runtime);
  const image = createMemoryImage(runtime, columnAddress(plan.columnCount));
  const at = (register: Register): number => {
    const column = plan.columns.get(register);
    if (column === undefined) throw new RangeError(`Register ${register} has no column.`);
    return columnAddress(column);
  };
  placeConstants(whole, plan, image);
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
      .filter((register) => shown.has(register))
      .map((register) => ({ register, address: at(register) }));
  const placeOf = new Map(program.part?.given.map(({ register }, place) => [register, place]));
  let columns: readonly Float64Array[] = [];
  /** Copies what is given of some registers. */
  const copyGiven = (registers: readonly Register[]): (() => void) => {
    const copies = registers.flatMap((register) => {
      const place = placeOf.get(register);
      return place === undefined ? [] : [{ place, address: at(register) }];
    });
    return () => {
      const memory = runtime.memory();
      for (const { place, address } of copies) {
        new Float64Array(memory, address, BLOCK_DRAWS).set(columns[place]!);
      }
    };
  };
  const computed = new Set(program.instructions.map(({ target }) => target));
  const steps = segments.map((segment, index): Step => {
    const results = resultsOf(segment);
    const apply = results.some((register) => computed.has(register))
      ? applicationOf(segment, index, at, functions, runtime)
      : copyGiven(results);
    return { apply, seen: seenOf(results) };
  });
  const copyInputs = copyGiven(whole.inputs.map(({ register }) => register));
  const seenAtStart = seenOf(registersAtStart(whole));

  return {
    image,
    compute(firstDraw, look) {
      fillInputs(firstDraw);
      columns = givenColumns(firstDraw);
      copyInputs();
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
