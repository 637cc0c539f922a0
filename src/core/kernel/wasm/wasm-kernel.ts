import type { Program, Register } from "../../model/program.ts";
import type { Tally } from "../../results/tally.ts";
import { tallyHits } from "../../results/tally-hits.ts";
import { PLAIN_POINTS, type PointSet } from "../../sampling/sampling-method.ts";
import { type HistogramLayout, histogramLayout } from "../histogram-layout.ts";
import { BLOCK_DRAWS, type GivenColumns, type Kernel, NONE_GIVEN } from "../kernel.ts";
import { requireRange } from "../require-range.ts";
import { wholeRegisters } from "../whole-registers.ts";
import { type BlockProgram, type BlockSource, createBlockProgram } from "./block-program.ts";
import { programLoops } from "./program-loops.ts";
import { createWasmColumns } from "./wasm-columns.ts";
import { createWasmHits } from "./wasm-hits.ts";
import { wasmRuntime } from "./wasm-runtime.ts";

/**
 * Make a kernel that runs the program in WebAssembly, two draws at a time; `undefined` where there is
 * none, or it is forbidden. Results are those of `createInterpreter`, to the last bit.
 *
 * `seed` is a whole number, 0 ≤ seed < 2^53.
 */
export function createWasmKernel(
  program: Program,
  seed: number,
  points: PointSet = PLAIN_POINTS,
  given: GivenColumns = NONE_GIVEN,
): Kernel | undefined {
  const runtime = wasmRuntime();
  if (runtime === undefined) return undefined;
  const set = { program, seed, points, given, runtime };
  let run: Kernel["run"] | undefined;
  return {
    run: (firstDraw, draws) => {
      requireRange(firstDraw, draws);
      run ??= prepareRuns(set);
      return run(firstDraw, draws);
    },
    columns: (firstDraw, draws, registers) => {
      requireRange(firstDraw, draws);
      for (const register of registers) requireRegister(program, register);
      return drawColumns(set, firstDraw, draws, registers);
    },
  };
}

function requireRegister({ registerCount }: Program, register: Register): void {
  if (!(register >= 0 && register < registerCount)) {
    throw new RangeError(`There is no register ${register}.`);
  }
}

/** Looks at a column while it holds the first `length` draws from `offset` on. */
type Looker = (address: number, offset: number, length: number) => void;

/** Lay out the program, take the pilot, and give the function that runs a range. */
function prepareRuns(set: BlockSource): Kernel["run"] {
  const { program, points, runtime } = set;
  const { columns, targets } = program;
  const blocks = createBlockProgram(set, runRegisters(program));
  const { image } = blocks;
  const tallies = createWasmColumns(layOutColumns(program, blocks), runtime, image);
  const hits = createWasmHits(targets, runtime, image);
  const lookers = Array.from({ length: program.registerCount }, (): Looker[] => []);
  const lookAt = (register: Register, looker: Looker): void => {
    lookers[register]?.push(looker);
  };
  columns.forEach(({ register }, index) => {
    lookAt(register, (address, _, length) => tallies.add(index, address, length));
  });
  for (const tier of hits.tiers) {
    lookAt(tier.register, (...block) => hits.add(tier, ...block));
  }

  return (firstDraw, draws): Tally => {
    const buffer = image.enter();
    tallies.start(buffer);
    hits.start(draws, buffer);
    for (let offset = 0; offset < draws; offset += BLOCK_DRAWS) {
      const length = Math.min(BLOCK_DRAWS, draws - offset);
      blocks.compute(firstDraw + offset, (register, address) => {
        for (const look of lookers[register]!) look(address, offset, length);
      });
      hits.endBlock(offset, length);
    }
    const { method } = points;
    const tallied = tallyHits(hits.finish(), program.targetSets, firstDraw, draws);
    return { method, firstDraw, draws, columns: tallies.finish(), ...tallied };
  };
}

/** What a run looks at. */
function runRegisters({ columns, targets }: Program): ReadonlySet<Register> {
  const hits = targets.flatMap(({ hit, stretchHit }) => [hit, stretchHit ?? hit]);
  return new Set([...columns.map(({ register }) => register), ...hits]);
}

/** Choose every column's bins from the first block of the run that begins at draw 0. */
function layOutColumns(program: Program, blocks: BlockProgram): readonly HistogramLayout[] {
  const buffer = blocks.image.enter();
  const whole = wholeRegisters(program);
  const layouts = new Map<Register, HistogramLayout>();
  const columns = new Set(program.columns.map(({ register }) => register));
  blocks.compute(0, (register, address) => {
    if (!columns.has(register)) return;
    const values = new Float64Array(buffer, address, BLOCK_DRAWS);
    layouts.set(register, histogramLayout(values, whole[register] === true));
  });
  return program.columns.map(({ name, register }) => {
    const layout = layouts.get(register);
    if (layout === undefined) throw new Error(`Nothing computes column ${name}.`);
    return layout;
  });
}

function drawColumns(
  set: BlockSource,
  firstDraw: number,
  draws: number,
  registers: readonly Register[],
): Float64Array[] {
  const asked = new Set(registers);
  const wanted = runRegisters(set.program);
  // The loops of a run do, where they leave all of these in columns.
  const { plan } = programLoops(set.program, wanted, set.runtime);
  const isLeft = registers.every((register) => plan.columns.has(register));
  const blocks = isLeft ? createBlockProgram(set, wanted, asked) : createBlockProgram(set, asked);
  const buffer = blocks.image.enter();
  const out = new Map(registers.map((register) => [register, new Float64Array(draws)]));
  for (let offset = 0; offset < draws; offset += BLOCK_DRAWS) {
    const length = Math.min(BLOCK_DRAWS, draws - offset);
    blocks.compute(firstDraw + offset, (register, address) => {
      out.get(register)?.set(new Float64Array(buffer, address, length), offset);
    });
  }
  const taken = new Set<Register>();
  return registers.map((register) => {
    const column = out.get(register) ?? new Float64Array(draws);
    // Asked for twice, a register gives two arrays.
    const own = taken.has(register) ? column.slice() : column;
    taken.add(register);
    return own;
  });
}
