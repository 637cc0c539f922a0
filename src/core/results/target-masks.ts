import type { Tally } from "./tally.ts";

/** The hits of some targets in the retained draws, one bit each. Throws where there is no such target. */
export function targetMasks(
  tally: Tally,
  targetIndices: readonly number[],
): readonly Uint32Array[] {
  return targetIndices.map((index) => {
    const target = tally.targets[index];
    if (target === undefined) throw new RangeError(`There is no target ${index}.`);
    return target.hits;
  });
}
