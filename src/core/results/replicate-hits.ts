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
  const [first, ...others] = masks;
  if (first === undefined) throw new RangeError("There are no masks.");
  const all = others.length === 0 ? first : inCommon(first, others, Math.ceil(draws / 32));
  const counts = countBits(all, draws);
  const hits = new Float64Array(REPLICATES);
  counts.forEach((count, bit) => {
    const replicate = ((firstDraw % REPLICATES) + bit) % REPLICATES;
    hits[replicate] = hits[replicate]! + count;
  });
  return hits;
}

/** The bits that all masks have, in so many words. */
function inCommon(first: Uint32Array, others: readonly Uint32Array[], words: number): Uint32Array {
  const bits = first.slice(0, words);
  // Four at a time; a mask with itself is the mask.
  for (let from = 0; from < others.length; from += 4) {
    const [a = first, b = first, c = first, d = first] = others.slice(from, from + 4);
    keepCommon(bits, a, b, c, d);
  }
  return bits;
}

function keepCommon(
  bits: Uint32Array,
  a: Uint32Array,
  b: Uint32Array,
  c: Uint32Array,
  d: Uint32Array,
): void {
  for (let word = 0; word < bits.length; word++) {
    bits[word] = bits[word]! & a[word]! & b[word]! & c[word]! & d[word]!;
  }
}

/** How often each of 32 bits is set in the words of so many draws. */
function countBits(mask: Uint32Array, draws: number): Int32Array {
  const counts = new Int32Array(32);
  const words = Math.ceil(draws / 32);
  const lastBits = -1 >>> (32 * words - draws);
  for (let start = 0; start < words; start += WORDS_AT_ONCE) {
    // Eight counters of four bits each in every sum: of bits 0, 4, 8 …, of bits 1, 5, 9 … and so on.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const end = Math.min(words, start + WORDS_AT_ONCE);
    for (let word = start; word < end; word++) {
      const bits = word === words - 1 ? mask[word]! & lastBits : mask[word]!;
      a = (a + (bits & EVERY_FOURTH)) | 0;
      b = (b + ((bits >>> 1) & EVERY_FOURTH)) | 0;
      c = (c + ((bits >>> 2) & EVERY_FOURTH)) | 0;
      d = (d + ((bits >>> 3) & EVERY_FOURTH)) | 0;
    }
    for (let bit = 0; bit < 32; bit += 4) {
      counts[bit] = counts[bit]! + ((a >>> bit) & 15);
      counts[bit + 1] = counts[bit + 1]! + ((b >>> bit) & 15);
      counts[bit + 2] = counts[bit + 2]! + ((c >>> bit) & 15);
      counts[bit + 3] = counts[bit + 3]! + ((d >>> bit) & 15);
    }
  }
  return counts;
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
