import { REPLICATES } from "./sampling-method.ts";
import { encryptCounters, fillUniforms, streamKey } from "./threefry.ts";
import type { UniformSource } from "./uniform-source.ts";

/**
 * Latin hypercube sampling (McKay, Beckman and Conover 1979, Technometrics 21): in each replicate the
 * unit interval of every input is cut into as many strata as there are points, and a random permutation
 * leads each point to a stratum of its own. The permutation is computed by index, as a keyed bijection
 * of w-bit numbers that is applied again while it leads beyond the last stratum (as in Kensler 2013,
 * Correlated multi-jittered sampling, Pixar Technical Memo 13-01), so that nothing is stored.
 */

/** Rounds of the bijection; each takes two key words. */
const ROUNDS = 4;
const KEY_WORDS = 2 * ROUNDS;
/** Told apart from the counters of plain draws (0) and of scrambling (1). */
const COUNTER_TAG = 2;
/** Steps within a stratum: up to 2^24 strata, no rounding leads to the next one. */
const STEPS = 2 ** 28;

/**
 * The uniforms of an input in a run of `draws` draws, a whole number ≥ 1: draw d is in the stratum of
 * point ⌊d/16⌋ of replicate d mod 16, at the place where its plain uniform would be in (0, 1).
 */
export function latinHypercubeSource(seed: number, stream: string, draws: number): UniformSource {
  const key = streamKey(seed, stream);
  const strata = Math.ceil(draws / REPLICATES);
  const keys = new Uint32Array(REPLICATES * KEY_WORDS);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const words = keys.subarray(replicate * KEY_WORDS, (replicate + 1) * KEY_WORDS);
    encryptCounters(key, Uint32Array.of(0, 0, replicate, COUNTER_TAG), KEY_WORDS / 4, words);
  }
  const stratumOf = createPermutation(strata);

  return (firstDraw, out) => {
    fillUniforms(key, firstDraw, out);
    for (let i = 0; i < out.length; i++) {
      const draw = firstDraw + i;
      // A block may reach beyond the run; those draws are not counted.
      const point = Math.floor(draw / REPLICATES) % strata;
      const stratum = stratumOf(point, keys, (draw % REPLICATES) * KEY_WORDS);
      const inside = (Math.floor(out[i]! * STEPS) + 0.5) / STEPS;
      // On the grid that scores are made for, (k + ½)/2^52.
      out[i] = (Math.floor(((stratum + inside) / strata) * 2 ** 52) + 0.5) / 2 ** 52;
    }
  };
}

/** Permutations of [0, size), each given by `KEY_WORDS` words of `keys` from `at` on. */
function createPermutation(size: number): (x: number, keys: Uint32Array, at: number) => number {
  const bits = 32 - Math.clz32(size - 1);
  const mask = bits === 0 ? 0 : -1 >>> (32 - bits);
  const shift = (bits + 1) >> 1;
  return (x, keys, at) => {
    let image = x;
    do {
      for (let k = at; k < at + KEY_WORDS; k += 2) {
        image = (image + keys[k]!) & mask;
        image = Math.imul(image, keys[k + 1]! | 1) & mask;
        image ^= image >>> shift;
      }
    } while (image >= size);
    return image;
  };
}
