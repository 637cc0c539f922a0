import { REPLICATES } from "../sampling/sampling-method.ts";

/** Words that can be added before a counter of four bits may overflow. */
const WORDS_AT_ONCE = 15;
const EVERY_FOURTH = 0x11111111;

/**
 * The number of draws in which all masks hit, by replicate: draw d belongs to replicate d mod 16, so bits k and
 * k + 16 of every word count together. `masks` has one member at least and begins with draw `firstDraw`; only
 * its first `draws` draws count.
 */
export function replicateHits(
  masks: readonly Uint32Array[],
  draws: number,
  firstDraw = 0,
): Float64Array {
  const hits = new Float64Array(REPLICATES);
  const words = Math.ceil(draws / 32);
  const unused = 32 * words - draws;
  const sums = new Int32Array(4);
  for (let start = 0; start < words; start += WORDS_AT_ONCE) {
    sums.fill(0);
    for (let word = start; word < Math.min(words, start + WORDS_AT_ONCE); word++) {
      let all = word === words - 1 ? -1 >>> unused : -1;
      for (const mask of masks) all &= mask[word] ?? 0;
      // Eight counters of four bits each in every sum: of bits 0, 4, 8 …, of bits 1, 5, 9 … and so on.
      for (let k = 0; k < 4; k++) sums[k] = sums[k]! + ((all >>> k) & EVERY_FOURTH);
    }
    for (let bit = 0; bit < 32; bit++) {
      const replicate = ((firstDraw % REPLICATES) + bit) % REPLICATES;
      hits[replicate] = hits[replicate]! + ((sums[bit & 3]! >>> (bit & 28)) & 15);
    }
  }
  return hits;
}

/** The number of draws of each replicate among `draws` draws from `firstDraw` on. */
export function replicateSizes(draws: number, firstDraw = 0): Float64Array {
  const before = firstDraw % REPLICATES;
  const upTo = (end: number, replicate: number): number =>
    Math.floor((end + REPLICATES - 1 - replicate) / REPLICATES);
  return Float64Array.from(
    { length: REPLICATES },
    (_, replicate) => upTo(before + draws, replicate) - upTo(before, replicate),
  );
}
