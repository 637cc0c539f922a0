import type { ProgramTargetSet } from "../model/program.ts";
import { REPLICATES } from "../sampling/sampling-method.ts";
import { replicateHits } from "./replicate-hits.ts";
import type { Tally } from "./tally.ts";

/**
 * Draws whose hits are kept one by one, counted from draw 0, so that a tally's size does not grow with its draws:
 * more than any of the app's fixed numbers of draws, and a power of two, for which points are spread best.
 */
export const RETAINED_DRAWS = 1_048_576;

/** The hits of a range of draws, as kernels collect them. */
export interface CollectedHits {
  readonly targets: readonly TargetBits[];
  /** Number of draws with exactly k targets hit, k = 0..targets. */
  readonly hitCounts: Float64Array;
}

/** One bit per draw of the range for each tier of a target; bits beyond its draws are 0. */
export interface TargetBits {
  readonly hits: Uint32Array;
  readonly stretchHits?: Uint32Array;
  readonly undefinedDraws: number;
}

/**
 * Count the hits of draws [firstDraw, firstDraw + draws) by replicate, of targets and of sets of them, and keep
 * those of draws before `limit` one by one. All counts share one buffer.
 */
export function tallyHits(
  { targets, hitCounts }: CollectedHits,
  sets: readonly ProgramTargetSet[],
  firstDraw: number,
  draws: number,
  limit = RETAINED_DRAWS,
): Pick<Tally, "retained" | "targets" | "setHits" | "hitCounts"> {
  const retained = Math.min(draws, Math.max(0, limit - firstDraw));
  const tiers = targets.reduce((sum, { stretchHits }) => sum + (stretchHits ? 2 : 1), 0);
  const keep = retained === draws ? (bits: Uint32Array) => bits : createKeeper(tiers, retained);
  const counts = new Float64Array(REPLICATES * (tiers + sets.length));
  let used = 0;
  const count = (masks: readonly Uint32Array[]): Float64Array => {
    const out = counts.subarray(REPLICATES * used, REPLICATES * ++used);
    out.set(replicateHits(masks, draws, firstDraw));
    return out;
  };
  return {
    retained,
    targets: targets.map(({ hits, stretchHits, undefinedDraws }) => ({
      hits: keep(hits),
      hitsByReplicate: count([hits]),
      undefinedDraws,
      ...(stretchHits && {
        stretchHits: keep(stretchHits),
        stretchByReplicate: count([stretchHits]),
      }),
    })),
    setHits: sets.map(({ members }) =>
      count(members.flatMap((index) => targets[index]?.hits ?? [])),
    ),
    hitCounts,
  };
}

/** Copies the bits of the first draws, for so many tiers, into one buffer. */
function createKeeper(tiers: number, draws: number): (bits: Uint32Array) => Uint32Array {
  const words = Math.ceil(draws / 32);
  const memory = new Uint32Array(words * tiers);
  let used = 0;
  return (bits) => {
    const out = memory.subarray(words * used, words * ++used);
    out.set(bits.subarray(0, words));
    const rest = draws % 32;
    if (rest > 0) out[words - 1] = out[words - 1]! & (-1 >>> (32 - rest));
    return out;
  };
}
