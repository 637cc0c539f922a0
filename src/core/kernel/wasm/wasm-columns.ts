import type { ColumnTally } from "../../results/tally.ts";
import type { HistogramLayout } from "../histogram-layout.ts";
import { BLOCK_DRAWS } from "../kernel.ts";
import { ACCUMULATOR } from "./collect-pass.ts";
import type { MemoryImage } from "./memory-image.ts";
import type { WasmRuntime } from "./wasm-runtime.ts";

/** Collects the statistics of all columns in memory, over the blocks of a run. */
export interface WasmColumns {
  /** Begin a run; the image has been entered. */
  start(buffer: ArrayBuffer): void;
  /** Add the first `length` values of a block of a column. */
  add(column: number, address: number, length: number): void;
  /** What was collected; all histograms share one buffer. */
  finish(): readonly ColumnTally[];
}

/** Set memory aside for columns of these layouts. */
export function createWasmColumns(
  layouts: readonly HistogramLayout[],
  { library }: WasmRuntime,
  image: MemoryImage,
): WasmColumns {
  const accumulators = layouts.map(({ bins }) =>
    image.allocate(ACCUMULATOR.slots + 4 * (bins + 3)),
  );
  let memory = new ArrayBuffer(0);

  return {
    start(buffer) {
      memory = buffer;
      layouts.forEach(({ bins, centre, origin, width }, index) => {
        const at = accumulators[index] ?? 0;
        const { POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
        const fields = [centre, origin + width / 2, 1 / width, bins, 0, 0, 0];
        new Float64Array(memory, at).set([...fields, POSITIVE_INFINITY, NEGATIVE_INFINITY]);
        new Uint32Array(memory, at + ACCUMULATOR.slots, bins + 3).fill(0);
      });
    },
    add(column, address, length) {
      const at = accumulators[column] ?? 0;
      if (length === BLOCK_DRAWS) library.collect_whole(address, at);
      else library.collect_part(address, at, length);
    },
    finish() {
      const counts = new Uint32Array(layouts.reduce((sum, { bins }) => sum + bins + 2, 0));
      let end = 0;
      return layouts.map(({ whole, origin, width, bins }, index) => {
        const at = accumulators[index] ?? 0;
        const start = end;
        end += bins + 2;
        const own = counts.subarray(start, end);
        own.set(new Uint32Array(memory, at + ACCUMULATOR.slots, bins + 2));
        const [count = 0, mean = 0, m2 = 0, min = 0, max = 0] = new Float64Array(
          memory,
          at + ACCUMULATOR.count,
          5,
        );
        return { count, mean, m2, min, max, histogram: { whole, origin, width, counts: own } };
      });
    },
  };
}
