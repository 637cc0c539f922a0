import type { ProgramTarget, Register } from "../../model/program.ts";
import type { CollectedHits } from "../../results/tally-hits.ts";
import { BLOCK_DRAWS } from "../kernel.ts";
import type { MemoryImage } from "./memory-image.ts";
import { HITS_OF_DRAW_AT } from "./memory-map.ts";
import type { WasmRuntime } from "./wasm-runtime.ts";

/** Counts the hits of all targets in memory, over the blocks of a run. */
export interface WasmHits {
  /** Begin a run; the image has been entered. */
  start(draws: number, buffer: ArrayBuffer): void;
  /** Add a column of hits: the first `length` draws of the block that begins `offset` draws into the run. */
  add(tier: HitTier, address: number, offset: number, length: number): void;
  /** After all columns of a block. */
  endBlock(offset: number, length: number): void;
  finish(): CollectedHits;
  readonly tiers: readonly HitTier[];
}

/** One tier of one target: its column of hits, and where its bits and its number of undefined draws stand. */
export interface HitTier {
  readonly register: Register;
  readonly bits: number;
  readonly undefinedDraws: number;
  readonly hitsOfDraw: number;
}

const WORDS_PER_BLOCK = BLOCK_DRAWS / 32;
/** Blocks whose bits are collected before they are copied. */
const BLOCKS_AT_ONCE = 16;
const WORDS_AT_ONCE = BLOCKS_AT_ONCE * WORDS_PER_BLOCK;
/** Counts that `count_hits` has of each number of hits. */
const COUNTS_OF_EACH = 4;

/** Set memory aside for the hits of some targets. */
export function createWasmHits(
  targets: readonly ProgramTarget[],
  { library }: WasmRuntime,
  image: MemoryImage,
): WasmHits {
  const notCounted = image.allocate(4 * BLOCK_DRAWS);
  /** Draws of a block that is not whole count as hitting more targets than there are. */
  const notInRun = targets.length + 1;
  const countsLength = COUNTS_OF_EACH * (notInRun + 1);
  const hitCounts = image.allocate(4 * countsLength);
  const tierOf = (register: Register, hitsOfDraw: number): HitTier => {
    const bits = image.allocate(4 * WORDS_AT_ONCE);
    return { register, bits, undefinedDraws: image.allocate(4), hitsOfDraw };
  };
  const main = targets.map(({ hit }) => tierOf(hit, HITS_OF_DRAW_AT));
  const stretch = targets.map(({ stretchHit }) =>
    stretchHit === undefined ? undefined : tierOf(stretchHit, notCounted),
  );
  const tiers = [...main, ...stretch.filter((tier) => tier !== undefined)];
  const bitsOf = new Map<HitTier, Uint32Array>();
  let memory = new ArrayBuffer(0);
  let reached = 0;
  const undefinedIn = (tier: HitTier): Uint32Array =>
    new Uint32Array(memory, tier.undefinedDraws, 1);

  /** Copy the bits of the blocks since the last copy, which fill the memory for them at most. */
  function copyBits(): void {
    const words = Math.ceil(reached / 32);
    const first = Math.floor((words - 1) / WORDS_AT_ONCE) * WORDS_AT_ONCE;
    for (const tier of tiers) {
      bitsOf.get(tier)?.set(new Uint32Array(memory, tier.bits, words - first), first);
    }
  }

  return {
    tiers,
    start(draws, buffer) {
      memory = buffer;
      const words = Math.ceil(draws / 32);
      const bits = new Uint32Array(words * tiers.length);
      tiers.forEach((tier, index) => {
        bitsOf.set(tier, bits.subarray(index * words, (index + 1) * words));
        undefinedIn(tier).fill(0);
      });
      new Uint32Array(memory, hitCounts, countsLength).fill(0);
      new Uint32Array(memory, HITS_OF_DRAW_AT, BLOCK_DRAWS).fill(0);
    },
    add({ bits, undefinedDraws, hitsOfDraw }, address, offset, length) {
      const place = (offset / 32) % WORDS_AT_ONCE;
      library.pack(address, length, bits + 4 * place, hitsOfDraw, undefinedDraws);
    },
    endBlock(offset, length) {
      if (length < BLOCK_DRAWS) {
        new Uint32Array(memory, HITS_OF_DRAW_AT, BLOCK_DRAWS).fill(notInRun, length);
      }
      library.count_hits(HITS_OF_DRAW_AT, hitCounts);
      reached = offset + length;
      if ((reached / 32) % WORDS_AT_ONCE === 0) copyBits();
    },
    finish() {
      copyBits();
      const none = new Uint32Array(0);
      const bits = (tier: HitTier): Uint32Array => bitsOf.get(tier) ?? none;
      return {
        targets: main.map((tier, index) => {
          const second = stretch[index];
          const [undefinedDraws = 0] = undefinedIn(tier);
          return {
            hits: bits(tier),
            undefinedDraws,
            ...(second && { stretchHits: bits(second) }),
          };
        }),
        hitCounts: sumOfEach(new Uint32Array(memory, hitCounts, COUNTS_OF_EACH * notInRun)),
      };
    },
  };
}

/** The sums of adjacent counts. */
function sumOfEach(counts: Uint32Array): Float64Array {
  const sums = new Float64Array(counts.length / COUNTS_OF_EACH);
  counts.forEach((count, index) => {
    const each = Math.floor(index / COUNTS_OF_EACH);
    sums[each] = sums[each]! + count;
  });
  return sums;
}
