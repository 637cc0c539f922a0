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
 * depend on their order, and the result must not depend on which worker was faster. Neighbours are merged as soon
 * as all are there, so that a worker that lags behind does not make the others' tallies pile up.
 */
export function createTallyCollector<Tally>(
  merge: (parts: readonly Tally[]) => Tally,
): TallyCollector<Tally> {
  /** `levels[k]` holds tallies of FAN_IN^k chunks each, by place, whose neighbours are not all there yet. */
  const levels: Map<number, Tally>[] = [];

  function place(tally: Tally, index: number, level: number): void {
    const held = levels[level] ?? new Map<number, Tally>();
    levels[level] = held;
    held.set(index, tally);
    const group = Math.floor(index / FAN_IN);
    const places = Array.from({ length: FAN_IN }, (_, k) => FAN_IN * group + k);
    if (!places.every((each) => held.has(each))) return;
    const parts = places.flatMap((each) => held.get(each) ?? []);
    for (const each of places) held.delete(each);
    place(merge(parts), group, level + 1);
  }

  const inOrder = (held: ReadonlyMap<number, Tally>): readonly Tally[] =>
    [...held].sort(([one], [other]) => one - other).map(([, tally]) => tally);

  return {
    add: (index, tally) => place(tally, index, 0),
    finish: () => merge(levels.toReversed().flatMap(inOrder)),
  };
}
