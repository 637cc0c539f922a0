import { encryptCounters, streamKey } from "../../src/core/sampling/threefry.ts";

/** An endless stream of the generator's words, little-endian. */
export interface WordStream {
  /** The next 1 MiB. */
  next(): Uint8Array;
}

const BYTES_AT_ONCE = 2 ** 20;

/**
 * The words that a model with so many inputs (a power of two) draws, in the order of draws: two words of
 * each input for draw 0, two of each for draw 1, and so on. So neighbours in the stream come from
 * different keys, and what follows them from the same keys: both kinds of dependence would show.
 */
export function createWordStream(seed: number, inputs: number): WordStream {
  const keys = Array.from({ length: inputs }, (_, index) => streamKey(seed, `input_${index}@2021`));
  const blocks = BYTES_AT_ONCE / 16 / inputs;
  const cipher = new Uint32Array(4 * blocks);
  let firstBlock = 0;
  return {
    next() {
      const words = new Uint32Array(BYTES_AT_ONCE / 4);
      const high = Math.floor(firstBlock / 2 ** 32);
      const counter = Uint32Array.of(firstBlock % 2 ** 32, high, 0, 0);
      keys.forEach((key, input) => {
        encryptCounters(key, counter, blocks, cipher);
        for (let draw = 0; draw < 2 * blocks; draw++) {
          const to = 2 * (draw * inputs + input);
          words[to] = cipher[2 * draw] ?? 0;
          words[to + 1] = cipher[2 * draw + 1] ?? 0;
        }
      });
      firstBlock += blocks;
      return new Uint8Array(words.buffer);
    },
  };
}
