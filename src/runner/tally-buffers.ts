import type { Tally } from "../core/results/tally.ts";

/** Every buffer of a tally, each once: what to transfer instead of cloning. */
export function tallyBuffers(tally: Tally): ArrayBuffer[] {
  const arrays = [
    tally.hitCounts,
    ...tally.columns.map((column) => column.histogram.counts),
    ...tally.targets.flatMap((target) =>
      target.stretchHits === undefined ? [target.hits] : [target.hits, target.stretchHits],
    ),
  ];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
