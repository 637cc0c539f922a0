import type { ProgramTarget, Register } from "../model/program.ts";
import type { CollectedHits } from "../results/tally-hits.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Collects the hits of all targets over the blocks of a run. */
export interface HitAccumulator {
  /** The columns of hits that each block must show. */
  readonly tiers: readonly HitTier[];
  /** After all tiers of a block's first `length` draws were added: count the draws by number of hits. */
  endBlock(length: number): void;
  finish(): CollectedHits;
}

/** A tier of a target that is being counted: its column of 1 (hit), 0 (miss) and NaN (undefined). */
export interface HitTier {
  readonly register: Register;
  /** Add the first `length` draws of the block that begins `offset` draws, a multiple of 32, into the run. */
  add(column: Float64Array, offset: number, length: number): void;
}

/** One tier of one target. */
interface Tier extends HitTier {
  readonly bits: Uint32Array;
  undefinedDraws: number;
}

/** Start with nothing, for a run of so many draws; the bits of all targets share one buffer. */
export function createHitAccumulator(
  targets: readonly ProgramTarget[],
  draws: number,
): HitAccumulator {
  const words = Math.ceil(draws / 32);
  const stretches = targets.filter(({ stretchHit }) => stretchHit !== undefined).length;
  const memory = new Uint32Array(words * (targets.length + stretches));
  const hitsOfDraw = new Int32Array(BLOCK_DRAWS);
  const notCounted = new Int32Array(BLOCK_DRAWS);
  const hitCounts = new Float64Array(targets.length + 1);
  let used = 0;
  const createTier = (register: Register, hitsPerDraw: Int32Array): Tier => {
    const start = words * used++;
    const bits = memory.subarray(start, start + words);
    const tier: Tier = {
      register,
      bits,
      undefinedDraws: 0,
      add(column, offset, length) {
        tier.undefinedDraws += countUndefined(column, length);
        packHits(column, length, bits, offset / 32, hitsPerDraw);
      },
    };
    return tier;
  };
  const main = targets.map(({ hit }) => createTier(hit, hitsOfDraw));
  const stretch = targets.map(({ stretchHit }) =>
    stretchHit === undefined ? undefined : createTier(stretchHit, notCounted),
  );

  return {
    tiers: [...main, ...stretch.filter((tier) => tier !== undefined)],
    endBlock(length) {
      for (let i = 0; i < length; i++) {
        const hits = hitsOfDraw[i]!;
        hitCounts[hits] = hitCounts[hits]! + 1;
      }
      hitsOfDraw.fill(0);
    },
    finish: () => ({
      targets: main.map(({ bits, undefinedDraws }, index) => {
        const tier = stretch[index];
        return { hits: bits, undefinedDraws, ...(tier && { stretchHits: tier.bits }) };
      }),
      hitCounts,
    }),
  };
}

function countUndefined(column: Float64Array, length: number): number {
  let count = 0;
  for (let i = 0; i < length; i++) if (Number.isNaN(column[i]!)) count++;
  return count;
}

/** Write the hits as bits from a word on, and add them to `hitsPerDraw`. */
function packHits(
  column: Float64Array,
  length: number,
  bits: Uint32Array,
  firstWord: number,
  hitsPerDraw: Int32Array,
): void {
  for (let start = 0, word = firstWord; start < length; start += 32, word++) {
    const end = Math.min(start + 32, length);
    let mask = 0;
    for (let i = start; i < end; i++) {
      // NaN | 0 is 0.
      const hit = column[i]! | 0;
      mask |= hit << (i - start);
      hitsPerDraw[i] = hitsPerDraw[i]! + hit;
    }
    bits[word] = mask;
  }
}
