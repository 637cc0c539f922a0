import { createColumnAccumulator } from "../../src/core/kernel/column-accumulator.ts";
import { histogramLayout } from "../../src/core/kernel/histogram-layout.ts";
import { BLOCK_DRAWS } from "../../src/core/kernel/kernel.ts";
import type { ColumnTally, Tally } from "../../src/core/results/tally.ts";
import { RETAINED_DRAWS } from "../../src/core/results/tally-hits.ts";
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

/**
 * A tally without columns, of targets given by whether they hit in each draw, and of the set of all of them: counted
 * draw by draw. Hits of draws before `limit` are retained.
 */
export function hitTallyOf(
  hits: readonly (readonly boolean[])[],
  firstDraw = 0,
  method: SamplingMethod = "monte-carlo",
  limit = RETAINED_DRAWS,
): Tally {
  const draws = hits[0]?.length ?? 0;
  const retained = Math.max(0, Math.min(draws, limit - firstDraw));
  const together = Array.from({ length: draws }, (_, draw) => hits.every((target) => target[draw]));
  const hitCounts = new Float64Array(hits.length + 1);
  for (let draw = 0; draw < draws; draw++) {
    const count = hits.filter((target) => target[draw]).length;
    hitCounts[count] = (hitCounts[count] ?? 0) + 1;
  }
  const targets = hits.map((target) => {
    const words = new Uint32Array(Math.ceil(retained / 32));
    target.slice(0, retained).forEach((hit, draw) => {
      if (hit) words[draw >>> 5] = (words[draw >>> 5] ?? 0) | (1 << (draw & 31));
    });
    return {
      hits: words,
      hitsByReplicate: countByReplicate(target, firstDraw),
      undefinedDraws: 0,
    };
  });
  const setHits = [countByReplicate(together, firstDraw)];
  return { method, firstDraw, draws, retained, columns: [], targets, setHits, hitCounts };
}

/** Hits of draws from `firstDraw` on by draw modulo 16. */
export function countByReplicate(hits: Iterable<boolean>, firstDraw = 0): Float64Array {
  const counts = new Float64Array(16);
  let draw = firstDraw;
  for (const hit of hits) {
    if (hit) counts[draw % 16] = (counts[draw % 16] ?? 0) + 1;
    draw += 1;
  }
  return counts;
}
