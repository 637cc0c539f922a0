import type { ProgramTarget } from "../model/program.ts";
import type { TargetTally } from "../results/tally.ts";
import { BLOCK_DRAWS } from "./kernel.ts";

/** Collects the hits of all targets over the blocks of a run. */
export interface HitAccumulator {
  /** Add the first `length` draws of the block that begins `offset` draws, a multiple of 32, into the run. */
  add(offset: number, length: number): void;
  finish(): { readonly targets: readonly TargetTally[]; readonly hitCounts: Float64Array };
}

/** One tier of one target. */
interface Tier {
  readonly column: Float64Array;
  readonly bits: Uint32Array;
  hits: number;
  undefinedDraws: number;
}

/** Start with nothing, for a run of so many draws; the bits of all targets share one buffer. */
export function createHitAccumulator(
  targets: readonly ProgramTarget[],
  registers: readonly Float64Array[],
  draws: number,
): HitAccumulator {
  const words = Math.ceil(draws / 32);
  const tierCount = targets.reduce(
    (sum, { stretchHit }) => sum + (stretchHit === undefined ? 1 : 2),
    0,
  );
  const bits = new Uint32Array(words * tierCount);
  let used = 0;
  const tierOf = (register: number): Tier => {
    const column = registers[register];
    if (column === undefined) throw new Error(`There is no register ${register}.`);
    const start = words * used++;
    return { column, bits: bits.subarray(start, start + words), hits: 0, undefinedDraws: 0 };
  };
  const tiers = targets.map(({ hit, stretchHit }) => ({
    main: tierOf(hit),
    stretch: stretchHit === undefined ? undefined : tierOf(stretchHit),
  }));
  const hitsOfDraw = new Int32Array(BLOCK_DRAWS);
  const ignored = new Int32Array(BLOCK_DRAWS);
  const hitCounts = new Float64Array(targets.length + 1);

  return {
    add(offset, length) {
      hitsOfDraw.fill(0);
      for (const { main, stretch } of tiers) {
        addTier(main, offset >>> 5, length, hitsOfDraw);
        if (stretch !== undefined) addTier(stretch, offset >>> 5, length, ignored);
      }
      for (let i = 0; i < length; i++) {
        const hits = hitsOfDraw[i]!;
        hitCounts[hits] = hitCounts[hits]! + 1;
      }
    },
    finish: () => ({
      targets: tiers.map(({ main, stretch }) => ({
        hits: main.bits,
        hitCount: main.hits,
        undefinedDraws: main.undefinedDraws,
        stretchHitCount: stretch?.hits ?? 0,
        ...(stretch === undefined ? {} : { stretchHits: stretch.bits }),
      })),
      hitCounts,
    }),
  };
}

function addTier(tier: Tier, firstWord: number, length: number, hitsOfDraw: Int32Array): void {
  const { column, bits } = tier;
  let hits = 0;
  let undefinedDraws = 0;
  for (let start = 0, word = firstWord; start < length; start += 32, word++) {
    const end = Math.min(start + 32, length);
    let mask = 0;
    for (let i = start; i < end; i++) {
      const hit = column[i]!;
      if (Number.isNaN(hit)) undefinedDraws++;
      // NaN | 0 is 0
      const bit = hit | 0;
      mask |= bit << (i - start);
      hits += bit;
      hitsOfDraw[i] = hitsOfDraw[i]! + bit;
    }
    bits[word] = mask;
  }
  tier.hits += hits;
  tier.undefinedDraws += undefinedDraws;
}
