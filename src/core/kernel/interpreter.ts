import type { Program, Register } from "../model/program.ts";
import type { ColumnTally } from "../results/tally.ts";
import { createBlockSampler } from "./block-sampler.ts";
import { type ColumnAccumulator, createColumnAccumulator } from "./column-accumulator.ts";
import { COLUMN_OPERATIONS } from "./column-operations.ts";
import { type HistogramLayout, histogramLayout } from "./histogram-layout.ts";
import { createHitAccumulator } from "./hit-accumulator.ts";
import { BLOCK_DRAWS, type Kernel } from "./kernel.ts";
import { wholeRegisters } from "./whole-registers.ts";

/**
 * Make a kernel that interprets the program block by block, in plain TypeScript. Results depend on
 * program, seed and range only, to the last bit. It holds one column of a block per register, and
 * builds its tables once; make it once per program and seed.
 *
 * `seed` is a whole number, 0 ≤ seed < 2^53.
 */
export function createInterpreter(program: Program, seed: number): Kernel {
  const registers = allocateRegisters(program);
  const at = (register: Register): Float64Array => {
    const column = registers[register];
    if (column === undefined) throw new RangeError(`There is no register ${register}.`);
    return column;
  };
  const sample = createBlockSampler(program, seed, registers);
  const steps = program.instructions.map(({ operation, target, a, b, c }) => ({
    apply: COLUMN_OPERATIONS[operation],
    out: at(target),
    a: at(a),
    b: at(b),
    c: at(c),
  }));
  const computeBlock = (firstDraw: number): void => {
    sample(firstDraw);
    for (const { apply, out, a, b, c } of steps) apply(out, a, b, c);
  };
  let pilot: readonly HistogramLayout[] | undefined;
  const layouts = (): readonly HistogramLayout[] => {
    if (pilot !== undefined) return pilot;
    computeBlock(0);
    const whole = wholeRegisters(program);
    const scratch = new Float64Array(BLOCK_DRAWS);
    pilot = program.columns.map(({ register }) =>
      histogramLayout(at(register), whole[register] === true, scratch),
    );
    return pilot;
  };

  return {
    run: (firstDraw, draws) => {
      requireRange(firstDraw, draws);
      const hits = createHitAccumulator(program.targets, registers, draws);
      const columns = createColumnAccumulators(layouts());
      const inputs = program.columns.map(({ register }) => at(register));
      for (let offset = 0; offset < draws; offset += BLOCK_DRAWS) {
        const length = Math.min(BLOCK_DRAWS, draws - offset);
        computeBlock(firstDraw + offset);
        columns.forEach((column, index) => {
          column.add(inputs[index]!, length);
        });
        hits.add(offset, length);
      }
      return {
        firstDraw,
        draws,
        columns: finishColumns(columns, layouts()),
        ...hits.finish(),
      };
    },
    columns: (firstDraw, draws, wanted) => {
      requireRange(firstDraw, draws);
      const out = wanted.map(() => new Float64Array(draws));
      for (let offset = 0; offset < draws; offset += BLOCK_DRAWS) {
        const length = Math.min(BLOCK_DRAWS, draws - offset);
        computeBlock(firstDraw + offset);
        out.forEach((column, index) => {
          column.set(at(wanted[index]!).subarray(0, length), offset);
        });
      }
      return out;
    },
  };
}

/** One column of a block per register, constants filled in. */
function allocateRegisters(program: Program): readonly Float64Array[] {
  const memory = new Float64Array(program.registerCount * BLOCK_DRAWS);
  const registers = Array.from({ length: program.registerCount }, (_, register) =>
    memory.subarray(register * BLOCK_DRAWS, (register + 1) * BLOCK_DRAWS),
  );
  for (const { register, value } of program.constants) registers[register]?.fill(value);
  return registers;
}

/** One accumulator per column. */
function createColumnAccumulators(
  layouts: readonly HistogramLayout[],
): readonly ColumnAccumulator[] {
  return layouts.map((layout) => createColumnAccumulator(layout, new Uint32Array(layout.bins + 2)));
}

/** What the accumulators hold; all histograms share one buffer. */
function finishColumns(
  accumulators: readonly ColumnAccumulator[],
  layouts: readonly HistogramLayout[],
): readonly ColumnTally[] {
  const counts = new Float64Array(layouts.reduce((sum, { bins }) => sum + bins + 2, 0));
  let end = 0;
  return accumulators.map((accumulator, index) => {
    const start = end;
    end += (layouts[index]?.bins ?? 0) + 2;
    return accumulator.finish(counts.subarray(start, end));
  });
}

function requireRange(firstDraw: number, draws: number): void {
  if (!Number.isSafeInteger(firstDraw) || firstDraw < 0) {
    throw new RangeError(`The first draw must be a whole number of at least 0, not ${firstDraw}.`);
  }
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new RangeError(`The number of draws must be a whole number of at least 1, not ${draws}.`);
  }
}
