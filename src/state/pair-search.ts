import { type PairDependence, pairDependences } from "../core/results/pair-dependence.ts";
import { type AfterSearch, createAfterSearch } from "./after-search.ts";

/** Results kept: some hundred bytes for each pair of targets. */
const KEPT = 8;

/** Words of hit masks, 32 draws each, that are read between pauses: some milliseconds of work. */
const WORDS_AT_ONCE = 1_000_000;

/**
 * Compares every pair of a result's targets, i < j in the order of the program. The hits are here already, so no
 * worker is asked; it pauses often enough for a screen to stay responsive.
 */
export function createPairSearch(): AfterSearch<readonly PairDependence[]> {
  return createAfterSearch({
    keyOf: ({ modelHash, seed, draws }) => `${modelHash}/${seed}/${draws}`,
    kept: KEPT,
    search: async ({ tally }, abort, keep) => {
      const pairOf = pairDependences(tally);
      const indices = [...tally.targets.keys()];
      const words = Math.ceil(tally.retained / 32);
      const found: PairDependence[] = [];
      let read = 0;
      for (const i of indices) {
        for (const j of indices.slice(i + 1)) {
          found.push(pairOf(i, j));
          read += 2 * words;
          if (read < WORDS_AT_ONCE) continue;
          read = 0;
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (abort.aborted) return { kind: "cancelled" };
        }
      }
      keep(found);
      return { kind: "done" };
    },
  });
}
