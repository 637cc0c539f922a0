import type { Tally } from "./tally.ts";

/** The mean number of targets hit in a draw. */
export function expectedHits(tally: Tally): number {
  return tally.hitCounts.reduce((sum, draws, hits) => sum + hits * draws, 0) / tally.draws;
}
