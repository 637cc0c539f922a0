import type { Program, Register } from "../../model/program.ts";
import { type ColumnPlan, planColumns } from "./column-plan.ts";
import { programModule } from "./program-module.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { WasmRuntime } from "./wasm-runtime.ts";

/** A program's instructions as loops in WebAssembly, and which registers they leave in columns. */
export interface ProgramLoops {
  readonly segments: readonly Segment[];
  readonly plan: ColumnPlan;
  /** By the names of `segmentName`. */
  readonly functions: Readonly<Record<string, () => void>>;
}

interface Kept {
  readonly program: Program;
  readonly wanted: ReadonlySet<Register>;
  readonly loops: ProgramLoops;
}

/** Loops kept for each thread: those of a plan's scenarios, which mostly differ in numbers alone. */
const LOOPS_KEPT = 32;
const kept = new WeakMap<WasmRuntime, Kept[]>();

/**
 * The loops of a program that leave the `wanted` registers in columns. Their numbers stand in memory: programs
 * that differ in nothing else share loops, so that a moved slider needs no new code.
 */
export function programLoops(
  program: Program,
  wanted: ReadonlySet<Register>,
  runtime: WasmRuntime,
): ProgramLoops {
  const before = kept.get(runtime) ?? [];
  const same = before.find((each) => sameLoops(each, program, wanted));
  const found = same ?? { program, wanted, loops: buildLoops(program, wanted, runtime) };
  kept.set(runtime, [found, ...before.filter((each) => each !== found)].slice(0, LOOPS_KEPT));
  return found.loops;
}

function buildLoops(
  program: Program,
  wanted: ReadonlySet<Register>,
  runtime: WasmRuntime,
): ProgramLoops {
  const segments = segmentsOf(program);
  const plan = planColumns(program, segments, wanted);
  return { segments, plan, functions: runtime.load(programModule(program, segments, plan)) };
}

function sameLoops(one: Kept, program: Program, wanted: ReadonlySet<Register>): boolean {
  return (
    one.program.registerCount === program.registerCount &&
    everyPair(
      one.program.instructions,
      program.instructions,
      (a, b) =>
        a.operation === b.operation &&
        a.target === b.target &&
        a.a === b.a &&
        a.b === b.b &&
        a.c === b.c,
    ) &&
    everyPair(
      one.program.constants,
      program.constants,
      (a, b) => a.register === b.register && Number.isNaN(a.value) === Number.isNaN(b.value),
    ) &&
    everyPair(one.program.inputs, program.inputs, (a, b) => a.register === b.register) &&
    everyPair([...one.wanted], [...wanted], (a, b) => a === b)
  );
}

function everyPair<T>(
  one: readonly T[],
  other: readonly T[],
  same: (a: T, b: T) => boolean,
): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((element, index) => same(element, other[index]!));
}
