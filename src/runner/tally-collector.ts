/** Tallies merged at a time; keeps memory at a few dozen tallies, whatever the number of draws. */
const FAN_IN = 16;

/** Collects the tallies of a run's chunks as they come. */
export interface TallyCollector<Tally> {
  /** Add the tally of chunk `index`; each index once, in any order. */
  add(index: number, tally: Tally): void;
  /** The tally of the whole run, once every chunk from 0 on has been added. */
  finish(): Tally;
}

/**
 * Merge tallies of any kind in a tree whose shape depends on the number of chunks only: floating-point sums
 * depend on their order, and the result must not depend on which worker was faster.
 */
export function createTallyCollector<Tally>(
  merge: (parts: readonly Tally[]) => Tally,
): TallyCollector<Tally> {
  const early = new Map<number, Tally>();
  /** `levels[k]` holds fewer than FAN_IN tallies of FAN_IN^k chunks each, in order of draws. */
  const levels: Tally[][] = [[]];
  let next = 0;

  function append(tally: Tally, level: number): void {
    const parts = levels[level] ?? [];
    parts.push(tally);
    levels[level] = parts;
    if (parts.length < FAN_IN) return;
    levels[level] = [];
    append(merge(parts), level + 1);
  }

  return {
    add(index, tally) {
      early.set(index, tally);
      for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
        early.delete(next);
        next += 1;
        append(ready, 0);
      }
    },
    finish: () => merge(levels.toReversed().flat()),
  };
}
