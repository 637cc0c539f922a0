import { BLOCK_DRAWS } from "../core/kernel/kernel.ts";

/**
 * Most draws per message to a worker: small enough that a superseded run ends within some tens of
 * milliseconds, large enough that a message and a tally cost little beside it.
 */
export const CHUNK_DRAWS = 16_384;
/** In runs of so many draws and more, where merging tallies would cost more than a later end. */
const LONG_RUN = 524_288;
const LONG_CHUNK = 65_536;

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
  return Math.ceil(draws / chunkDraws(draws));
}

/**
 * The chunk at `index` of the partition of [0, draws). The partition depends on nothing else, so
 * that every runner merges the same parts in the same order.
 */
export function chunkAt(draws: number, index: number): Chunk {
  const size = chunkDraws(draws);
  const firstDraw = index * size;
  return { index, firstDraw, draws: Math.min(size, draws - firstDraw) };
}

/** An even number of equal chunks, as few as the limit allows, so that two cores have as much to do. */
function chunkDraws(draws: number): number {
  const most = draws > LONG_RUN ? LONG_CHUNK : CHUNK_DRAWS;
  const pairs = Math.ceil(draws / (2 * most));
  return BLOCK_DRAWS * Math.ceil(draws / (2 * pairs * BLOCK_DRAWS));
}
