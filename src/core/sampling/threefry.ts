import { scoreUniforms } from "./normal-score.ts";

/**
 * Counter-based random numbers: Threefry4x32 with 20 rounds
 * (Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3, SC11).
 * A number depends on nothing but the seed, the stream's name and the draw's index.
 */

const PARITY = 0x1bd11bda;

/** One hash lane over the UTF-16 code units of a text (multiply and xor as in FNV-1a), well mixed at the end (Murmur3's finaliser). */
function hashText(text: string, start: number, prime: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), prime);
    h = Math.imul(h ^ (unit >>> 8), prime);
    h ^= h >>> 15;
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The four key words of a stream: low and high half of the seed, and two independent 32-bit hashes of the name.
 * `seed` is a whole number, 0 ≤ seed < 2^53. Two of 10 000 names collide with probability 3e-12.
 */
export function streamKey(seed: number, stream: string): Uint32Array {
  return Uint32Array.of(
    seed >>> 0,
    Math.floor(seed / 4294967296) >>> 0,
    hashText(stream, 0x811c9dc5, 0x01000193),
    hashText(stream, 0x9e3779b9, 0x85ebca77),
  );
}

/**
 * Writes the encryptions of `blocks` consecutive counters, 4 words each, to `out`.
 * The first two words of `counter` (low, high) count on; the other two stay.
 * All 20 rounds stand written out: a loop over rotation constants took three times as long.
 */
export function encryptCounters(
  key: Uint32Array,
  counter: Uint32Array,
  blocks: number,
  out: Uint32Array,
): void {
  const k0 = key[0]! | 0;
  const k1 = key[1]! | 0;
  const k2 = key[2]! | 0;
  const k3 = key[3]! | 0;
  const k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  let low = counter[0]! | 0;
  let high = counter[1]! | 0;
  const c2 = counter[2]! | 0;
  const c3 = counter[3]! | 0;
  for (let at = 0; at < 4 * blocks; at += 4) {
    let x0 = (low + k0) | 0;
    let x1 = (high + k1) | 0;
    let x2 = (c2 + k2) | 0;
    let x3 = (c3 + k3) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;
    x0 = (x0 + k1) | 0;
    x1 = (x1 + k2) | 0;
    x2 = (x2 + k3) | 0;
    x3 = (x3 + k4 + 1) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 20) | (x3 >>> 12)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 17) | (x3 >>> 15)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 11) | (x1 >>> 21)) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 25) | (x1 >>> 7)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 10) | (x3 >>> 22)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 18) | (x3 >>> 14)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 20) | (x1 >>> 12)) ^ x2;
    x0 = (x0 + k2) | 0;
    x1 = (x1 + k3) | 0;
    x2 = (x2 + k4) | 0;
    x3 = (x3 + k0 + 2) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;
    x0 = (x0 + k3) | 0;
    x1 = (x1 + k4) | 0;
    x2 = (x2 + k0) | 0;
    x3 = (x3 + k1 + 3) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 20) | (x3 >>> 12)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 17) | (x3 >>> 15)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 11) | (x1 >>> 21)) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 25) | (x1 >>> 7)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 10) | (x3 >>> 22)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 18) | (x3 >>> 14)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 20) | (x1 >>> 12)) ^ x2;
    x0 = (x0 + k4) | 0;
    x1 = (x1 + k0) | 0;
    x2 = (x2 + k1) | 0;
    x3 = (x3 + k2 + 4) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;
    x0 = (x0 + k0) | 0;
    x1 = (x1 + k1) | 0;
    x2 = (x2 + k2) | 0;
    x3 = (x3 + k3 + 5) | 0;
    out[at] = x0;
    out[at + 1] = x1;
    out[at + 2] = x2;
    out[at + 3] = x3;
    low = (low + 1) | 0;
    if (low === 0) high = (high + 1) | 0;
  }
}

const WORDS_AT_ONCE = 4096;
const counter = new Uint32Array(4);
const cipher = new Uint32Array(WORDS_AT_ONCE);

/**
 * Fills `out` with the uniforms of draws `firstDraw`, `firstDraw` + 1, …: 0 ≤ firstDraw < 2^53 − 2^32.
 * A uniform is (k + ½)/2^52 for whole 0 ≤ k < 2^52, so strictly inside (0, 1), and u and 1 − u are equally exact.
 * Draw d takes words 0, 1 (d even) or 2, 3 (d odd) of block ⌊d/2⌋: 32 bits of the first, the upper 20 of the second.
 */
export function fillUniforms(key: Uint32Array, firstDraw: number, out: Float64Array): void {
  let block = Math.floor(firstDraw / 2);
  let word = 2 * (firstDraw - 2 * block);
  let filled = 0;
  while (filled < out.length) {
    const wanted = word + 2 * (out.length - filled);
    const blocks = Math.ceil(Math.min(wanted, WORDS_AT_ONCE) / 4);
    counter[0] = block >>> 0;
    counter[1] = Math.floor(block / 4294967296);
    encryptCounters(key, counter, blocks, cipher);
    const end = Math.min(out.length, filled + (4 * blocks - word) / 2);
    for (; filled < end; filled++, word += 2) {
      out[filled] =
        cipher[word]! * 2.3283064365386963e-10 +
        ((cipher[word + 1]! >>> 12) + 0.5) * 2.220446049250313e-16;
    }
    block += blocks;
    word = 0;
  }
}

/** Fills `out` with the standard normal scores Φ⁻¹(u) of the uniforms of the same draws; |z| < 8.3. */
export function fillNormalScores(key: Uint32Array, firstDraw: number, out: Float64Array): void {
  fillUniforms(key, firstDraw, out);
  scoreUniforms(out, out);
}
