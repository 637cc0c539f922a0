import { estimateProbability } from "./estimate-probability.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Number of draws in which all targets of a set hit; all draws for the empty set. */
export function jointHits(tally: Tally, targetIndices: readonly number[]): number {
  const masks = targetIndices.map((index) => {
    const target = tally.targets[index];
    if (target === undefined) throw new RangeError(`There is no target ${index}.`);
    return target.hits;
  });
  const [first, ...others] = masks;
  if (first === undefined) return tally.draws;
  let hits = 0;
  first.forEach((word, index) => {
    let all = word;
    for (const mask of others) all &= mask[index]!;
    hits += bitCount(all);
  });
  return hits;
}

/** Probability that all targets of a set, given as indices into the program's targets, hit together. */
export function jointProbability(
  tally: Tally,
  targetIndices: readonly number[],
): ProbabilityEstimate {
  return estimateProbability(jointHits(tally, targetIndices), tally.draws);
}

/** Number of 1 bits in a 32-bit word: sums of neighbouring 1, 2, 4 bits, then of all bytes. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  const bytes = (nibbles + (nibbles >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bytes, 0x01010101) >>> 24;
}
