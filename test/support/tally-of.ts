import { createColumnAccumulator } from "../../src/core/kernel/column-accumulator.ts";
import { histogramLayout } from "../../src/core/kernel/histogram-layout.ts";
import { BLOCK_DRAWS } from "../../src/core/kernel/kernel.ts";
import type { ColumnTally, Tally } from "../../src/core/results/tally.ts";
import type { SamplingMethod } from "../../src/core/sampling/sampling-method.ts";

/** The tally of a column of values, as a kernel makes it: bins by the first block, then block by block. */
export function columnTallyOf(values: Float64Array, whole = false): ColumnTally {
  const layout = histogramLayout(values.subarray(0, BLOCK_DRAWS), whole);
  const column = createColumnAccumulator(layout, new Uint32Array(layout.bins + 2));
  for (let start = 0; start < values.length; start += BLOCK_DRAWS) {
    const block = values.subarray(start, start + BLOCK_DRAWS);
    column.add(block, block.length);
  }
  return column.finish(new Uint32Array(layout.bins + 2));
}

/** A tally without columns, of targets given by whether they hit in each draw. */
export function hitTallyOf(
  hits: readonly (readonly boolean[])[],
  firstDraw = 0,
  method: SamplingMethod = "monte-carlo",
): Tally {
  const draws = hits[0]?.length ?? 0;
  const hitCounts = new Float64Array(hits.length + 1);
  for (let draw = 0; draw < draws; draw++) {
    const count = hits.filter((target) => target[draw]).length;
    hitCounts[count] = (hitCounts[count] ?? 0) + 1;
  }
  const targets = hits.map((target) => {
    const words = new Uint32Array(Math.ceil(draws / 32));
    target.forEach((hit, draw) => {
      if (hit) words[draw >>> 5] = (words[draw >>> 5] ?? 0) | (1 << (draw & 31));
    });
    const hitCount = target.filter(Boolean).length;
    return { hits: words, hitCount, stretchHitCount: 0, undefinedDraws: 0 };
  });
  return { method, firstDraw, draws, columns: [], targets, hitCounts };
}
