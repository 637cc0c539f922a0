import type { Code } from "./code.ts";
import {
  type FunctionCode,
  functionCode,
  I32,
  type Local,
  type Scope,
  V128,
} from "./function-code.ts";
import { f64x2, i32, i32x4, i64x2, repeatWhile, v128 } from "./instructions.ts";
import { advance } from "./loops.ts";

const PARITY = 0x1bd11bda;

/** Rotations of the two halves in each of eight rounds (Salmon et al. 2011, table 2; the order of `encryptCounters`). */
const ROTATIONS: readonly (readonly [number, number])[] = [
  [10, 26],
  [11, 21],
  [13, 27],
  [23, 5],
  [6, 20],
  [17, 11],
  [25, 10],
  [18, 20],
];

/** Four counters on their way, and their words: one lane each. */
interface Quad {
  readonly words: readonly Local[];
  readonly lows: Local;
  readonly highs: Local;
}

/**
 * The uniforms of `fillUniforms`, sixteen draws at a time: `key` is the address of the four key words,
 * `low` and `high` make the first counter, `out` gets `draws` doubles, a multiple of 16. Two times four
 * counters are encrypted side by side, since each round waits for the one before.
 */
export const uniformsFunction: FunctionCode = functionCode(
  "fill_uniforms",
  [I32, I32, I32, I32, I32],
  (scope, key, low, high, out, draws) => {
    const vector = () => scope.local(V128);
    const keys = Array.from({ length: 5 }, vector);
    const lastKeys = Array.from({ length: 5 }, vector);
    const quads = [0, 1].map(
      (): Quad => ({
        words: Array.from({ length: 4 }, vector),
        lows: vector(),
        highs: vector(),
      }),
    );
    const [next, spare, eight] = [vector(), vector(), vector()];
    const end = scope.local(I32);
    const splat = (value: number): Code => i32x4.splat(i32.const(value));
    const four = keys.slice(0, 4);
    return [
      four.map((local, index) => local.set(i32x4.splat(i32.load(key.get, 4 * index)))),
      at(keys, 4).set(four.reduce<Code>((sum, { get }) => v128.xor(sum, get), splat(PARITY))),
      lastKeys.map((local, group) =>
        local.set(i32x4.add(at(keys, (group + 4) % 5).get, splat(group + 1))),
      ),
      eight.set(splat(8)),
      quads.map(({ lows, highs }, index) => [
        lows.set(i32x4.add(i32x4.splat(low.get), i32x4.const(0, 1, 2, 3))),
        index === 1 ? lows.set(i32x4.add(lows.get, splat(4))) : [],
        highs.set(i32x4.sub(i32x4.splat(high.get), i32x4.lt_u(lows.get, i32x4.splat(low.get)))),
      ]),
      end.set(i32.add(out.get, i32.shl(draws.get, i32.const(3)))),
      repeatWhile(i32.lt_u(out.get, end.get), [
        encrypt(quads, keys, lastKeys),
        quads.map(({ words }, index) =>
          storeUniforms(scope, words, [next, spare], out, 64 * index),
        ),
        quads.map(({ lows, highs }) => [
          next.set(i32x4.add(lows.get, eight.get)),
          highs.set(i32x4.sub(highs.get, i32x4.lt_u(next.get, lows.get))),
          lows.set(next.get),
        ]),
        advance(out, 128),
      ]),
    ];
  },
);

/**
 * Twenty rounds; the counters' upper words are 0. `lastKeys` are the keys of the last word, with the
 * number of each group of four rounds.
 */
function encrypt(quads: readonly Quad[], keys: readonly Local[], lastKeys: readonly Local[]): Code {
  const code: Code[] = quads.map(({ words, lows, highs }) => [
    at(words, 0).set(i32x4.add(lows.get, at(keys, 0).get)),
    at(words, 1).set(i32x4.add(highs.get, at(keys, 1).get)),
    at(words, 2).set(at(keys, 2).get),
    at(words, 3).set(at(keys, 3).get),
  ]);
  for (let round = 0; round < 20; round++) {
    const [one, other] = ROTATIONS[round % 8] ?? [0, 0];
    const [second, fourth] = round % 2 === 0 ? [1, 3] : [3, 1];
    for (const { words } of quads) {
      code.push(
        mix(at(words, 0), at(words, second), one),
        mix(at(words, 2), at(words, fourth), other),
      );
    }
    if (round % 4 !== 3) continue;
    const group = (round + 1) / 4;
    for (const { words } of quads) {
      words.forEach((word, index) => {
        const added = index === 3 ? at(lastKeys, group - 1) : at(keys, (index + group) % 5);
        code.push(word.set(i32x4.add(word.get, added.get)));
      });
    }
  }
  return code;
}

/** a += b; b = (b rotated left) xor a. */
function mix(a: Local, b: Local, rotation: number): Code {
  const rotated = v128.or(
    i32x4.shl(b.get, i32.const(rotation)),
    i32x4.shr_u(b.get, i32.const(32 - rotation)),
  );
  return [a.set(i32x4.add(a.get, b.get)), b.set(v128.xor(rotated, a.get))];
}

/**
 * Uniforms from words: 1 + k/2^52, put together from k's 52 bits, less 1 − 2^-53. Each step is exact,
 * so that the result is (k + ½)/2^52 as in `fillUniforms`.
 */
function storeUniforms(
  { number }: Scope,
  words: readonly Local[],
  spare: readonly [Local, Local],
  out: Local,
  offset: number,
): Code {
  const [x0, x1, x2, x3] = [at(words, 0), at(words, 1), at(words, 2), at(words, 3)];
  const [even, odd] = spare;
  const uniform = (first: Local, second: Local, lanes: readonly number[]): Code =>
    f64x2.sub(
      v128.or(i64x2.shr_u(i32x4.shuffle(second.get, first.get, lanes), i32.const(12)), number(1)),
      number(1 - 1.1102230246251565e-16),
    );
  // Two counters each time: both draws of the first one, then both of the second.
  return [LOWER, UPPER].map((lanes, half) => [
    even.set(uniform(x0, x1, lanes)),
    odd.set(uniform(x2, x3, lanes)),
    v128.store(out.get, f64x2.shuffle(even.get, odd.get, [0, 2]), offset + 32 * half),
    v128.store(out.get, f64x2.shuffle(even.get, odd.get, [1, 3]), offset + 32 * half + 16),
  ]);
}

/** Words of the first two counters, and of the others: of one vector 0 to 3, of the other 4 to 7. */
const LOWER: readonly number[] = [0, 4, 1, 5];
const UPPER: readonly number[] = [2, 6, 3, 7];

function at(locals: readonly Local[], index: number): Local {
  const local = locals[index];
  if (local === undefined) throw new RangeError(`There is no local ${index}.`);
  return local;
}
