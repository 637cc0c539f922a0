/**
 * Draws per message to a worker: small enough that a superseded run ends within some tens of
 * milliseconds, large enough that a message and a tally cost little beside it.
 */
export const CHUNK_DRAWS = 16_384;

/** A contiguous range of draws. */
export interface Chunk {
  /** Position in the partition, from 0. */
  readonly index: number;
  readonly firstDraw: number;
  readonly draws: number;
}

/** Number of chunks that [0, draws) is partitioned into; throws unless draws is a whole number ≥ 1. */
export function chunkCount(draws: number): number {
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new RangeError(`The number of draws must be a whole number of at least 1, not ${draws}.`);
  }
  return Math.ceil(draws / CHUNK_DRAWS);
}

/**
 * The chunk at `index` of the partition of [0, draws). The partition depends on nothing else, so
 * that every runner merges the same parts in the same order.
 */
export function chunkAt(draws: number, index: number): Chunk {
  const firstDraw = index * CHUNK_DRAWS;
  return { index, firstDraw, draws: Math.min(CHUNK_DRAWS, draws - firstDraw) };
}
