import { estimateProbability } from "./estimate-probability.ts";
import { estimateByReplicates } from "./replicate-estimate.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Number of draws in which all targets of a set hit; all draws for the empty set. */
export function jointHits(tally: Tally, targetIndices: readonly number[]): number {
  const [first, ...others] = targetMasks(tally, targetIndices);
  if (first === undefined) return tally.draws;
  const [second = first, ...more] = others;
  if (more.length === 0) return countCommonBits(first, second);
  const common = first.slice();
  for (const mask of [second, ...more]) {
    for (let i = 0; i < common.length; i++) common[i] = common[i]! & mask[i]!;
  }
  return countCommonBits(common, common);
}

/** The hits of some targets, one bit per draw. */
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

/** Probability that all targets of a set, given as indices into the program's targets, hit together. */
export function jointProbability(
  tally: Tally,
  targetIndices: readonly number[],
): ProbabilityEstimate {
  if (tally.method === "monte-carlo" || targetIndices.length === 0) {
    return estimateProbability(jointHits(tally, targetIndices), tally.draws);
  }
  const hits = replicateHits(targetMasks(tally, targetIndices), tally.draws);
  return estimateByReplicates(hits, replicateSizes(tally.draws));
}

/** Number of bits that are 1 in both: sums of neighbouring 1, 2, 4 bits, then of all bytes of each word. */
function countCommonBits(mask: Uint32Array, other: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < mask.length; i++) {
    const word = mask[i]! & other[i]!;
    const pairs = word - ((word >>> 1) & 0x55555555);
    const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    const bytes = (nibbles + (nibbles >>> 4)) & 0x0f0f0f0f;
    count += Math.imul(bytes, 0x01010101) >>> 24;
  }
  return count;
}
