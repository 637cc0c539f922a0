import type { Tally } from "../core/results/tally.ts";
import type { WeightedTally } from "../core/results/weighted-tally.ts";

/** Every buffer of a tally, each once: what to transfer instead of cloning. */
export function tallyBuffers(tally: Tally): ArrayBuffer[] {
  const arrays = [
    tally.hitCounts,
    ...tally.columns.map((column) => column.histogram.counts),
    ...tally.setHits,
    ...tally.targets.flatMap(({ hits, hitsByReplicate, stretchHits, stretchByReplicate }) => [
      hits,
      hitsByReplicate,
      ...(stretchHits === undefined ? [] : [stretchHits]),
      ...(stretchByReplicate === undefined ? [] : [stretchByReplicate]),
    ]),
  ];
  return buffersOf(arrays);
}

/** The same of a weighted tally. */
export function weightedTallyBuffers(tally: WeightedTally): ArrayBuffer[] {
  return buffersOf([
    tally.hitCounts,
    tally.hitWeights,
    ...[tally.total, ...tally.events].flatMap(({ hits, weights }) => [hits, weights]),
    ...tally.columns.flatMap(({ counts, weights }) => [counts, weights]),
  ]);
}

const buffersOf = (arrays: readonly (Float64Array | Uint32Array)[]): ArrayBuffer[] => [
  ...new Set(arrays.map((array) => array.buffer as ArrayBuffer)),
];
