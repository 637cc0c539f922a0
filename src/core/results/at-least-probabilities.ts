import { estimateHits, retainedDraws } from "./estimate-hits.ts";
import { replicateHits } from "./replicate-hits.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";
import { targetMasks } from "./target-masks.ts";

/**
 * Probability that at least k targets of a set hit, for k = 0..n of the n targets given as indices into the
 * program's targets, from the retained draws. The hits of 32 draws are counted at once, in binary digits that stand
 * in a word each.
 */
export function atLeastProbabilities(
  tally: Tally,
  targetIndices: readonly number[],
): readonly ProbabilityEstimate[] {
  const counted = retainedDraws(tally);
  const words = Math.ceil(counted.draws / 32);
  const digits = countHits(targetMasks(tally, targetIndices), words);
  return Array.from({ length: targetIndices.length + 1 }, (_, k) => {
    const bits = atLeast(digits, k, words);
    return estimateHits(replicateHits([bits], counted.draws, counted.firstDraw), counted);
  });
}

/** The number of masks with a bit set, by bit: its binary digits, the lowest first. */
function countHits(masks: readonly Uint32Array[], words: number): readonly Uint32Array[] {
  const length = 32 - Math.clz32(masks.length);
  const digits = Array.from({ length }, () => new Uint32Array(words));
  for (const mask of masks) {
    for (let word = 0; word < words; word++) {
      let carry = mask[word]!;
      for (let digit = 0; carry !== 0 && digit < length; digit++) {
        const before = digits[digit]![word]!;
        digits[digit]![word] = before ^ carry;
        carry &= before;
      }
    }
  }
  return digits;
}

/** Bits whose number is k or more. */
function atLeast(digits: readonly Uint32Array[], k: number, words: number): Uint32Array {
  const out = new Uint32Array(words);
  for (let word = 0; word < words; word++) {
    let more = 0;
    let equal = -1;
    for (let digit = digits.length - 1; digit >= 0; digit--) {
      const bits = digits[digit]![word]!;
      if (((k >>> digit) & 1) === 0) more |= equal & bits;
      equal &= ((k >>> digit) & 1) === 0 ? ~bits : bits;
    }
    out[word] = more | equal;
  }
  return out;
}
