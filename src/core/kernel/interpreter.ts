import type { Program } from "../model/program.ts";
import type { ColumnTally, Tally } from "../results/tally.ts";
import { tallyHits } from "../results/tally-hits.ts";
import { PLAIN_POINTS, type PointSet } from "../sampling/sampling-method.ts";
import { type BlockEvaluator, createBlockEvaluator, type Observer } from "./block-evaluator.ts";
import { type ColumnAccumulator, createColumnAccumulator } from "./column-accumulator.ts";
import { type HistogramLayout, histogramLayout } from "./histogram-layout.ts";
import { createHitAccumulator } from "./hit-accumulator.ts";
import { BLOCK_DRAWS, type GivenColumns, type Kernel, NONE_GIVEN } from "./kernel.ts";
import { requireRange } from "./require-range.ts";
import { wholeRegisters } from "./whole-registers.ts";

/**
 * Make a kernel that interprets the program block by block, in plain TypeScript. Results depend on
 * program, seed, points and range only, to the last bit. It builds its tables once; make it once per
 * program, seed and point set.
 *
 * `seed` is a whole number, 0 ≤ seed < 2^53.
 */
export function createInterpreter(
  program: Program,
  seed: number,
  points: PointSet = PLAIN_POINTS,
  given: GivenColumns = NONE_GIVEN,
): Kernel {
  const evaluate = createBlockEvaluator(program, seed, points, given);
  let pilot: readonly HistogramLayout[] | undefined;
  return {
    run: (firstDraw, draws) => {
      requireRange(firstDraw, draws);
      pilot ??= layOutColumns(program, evaluate);
      const range = runRange(program, evaluate, pilot, firstDraw, draws);
      return { method: points.method, ...range };
    },
    columns: (firstDraw, draws, registers) => {
      requireRange(firstDraw, draws);
      const out = registers.map(() => new Float64Array(draws));
      let offset = 0;
      const observers = createObservers(program);
      registers.forEach((register, index) => {
        const seen = observers[register];
        if (seen === undefined) throw new RangeError(`There is no register ${register}.`);
        seen.push((column) => out[index]?.set(column.subarray(0, draws - offset), offset));
      });
      for (; offset < draws; offset += BLOCK_DRAWS) evaluate(firstDraw + offset, observers);
      return out;
    },
  };
}

const createObservers = (program: Program): Observer[][] =>
  Array.from({ length: program.registerCount }, () => []);

/** Choose every column's bins from the first block of the run that begins at draw 0. */
function layOutColumns(program: Program, evaluate: BlockEvaluator): readonly HistogramLayout[] {
  const whole = wholeRegisters(program);
  const layouts: HistogramLayout[] = [];
  const observers = createObservers(program);
  program.columns.forEach(({ register }, index) => {
    observers[register]?.push((column) => {
      layouts[index] = histogramLayout(column, whole[register] === true);
    });
  });
  evaluate(0, observers);
  return layouts;
}

function runRange(
  program: Program,
  evaluate: BlockEvaluator,
  layouts: readonly HistogramLayout[],
  firstDraw: number,
  draws: number,
): Omit<Tally, "method"> {
  const hits = createHitAccumulator(program.targets, draws);
  const columns = layouts.map((layout) =>
    createColumnAccumulator(layout, new Uint32Array(layout.bins + 2)),
  );
  let offset = 0;
  let length = 0;
  const observers = createObservers(program);
  program.columns.forEach(({ register }, index) => {
    observers[register]?.push((column) => columns[index]?.add(column, length));
  });
  for (const tier of hits.tiers) {
    observers[tier.register]?.push((column) => tier.add(column, offset, length));
  }
  for (; offset < draws; offset += BLOCK_DRAWS) {
    length = Math.min(BLOCK_DRAWS, draws - offset);
    evaluate(firstDraw + offset, observers);
    hits.endBlock(length);
  }
  return {
    firstDraw,
    draws,
    columns: finishColumns(columns, layouts),
    ...tallyHits(hits.finish(), program.targetSets, firstDraw, draws),
  };
}

/** What the accumulators hold; all histograms share one buffer. */
function finishColumns(
  accumulators: readonly ColumnAccumulator[],
  layouts: readonly HistogramLayout[],
): readonly ColumnTally[] {
  const counts = new Uint32Array(layouts.reduce((sum, { bins }) => sum + bins + 2, 0));
  let end = 0;
  return accumulators.map((accumulator, index) => {
    const start = end;
    end += (layouts[index]?.bins ?? 0) + 2;
    return accumulator.finish(counts.subarray(start, end));
  });
}
