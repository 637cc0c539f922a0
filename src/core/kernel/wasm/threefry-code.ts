import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, type Local, V128 } from "./function-code.ts";
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

/**
 * The uniforms of `fillUniforms`, eight draws at a time: `key` is the address of the four key words,
 * `low` and `high` make the first counter, `out` gets `draws` doubles, a multiple of 8.
 */
export const uniformsFunction: FunctionCode = functionCode(
  "fill_uniforms",
  [I32, I32, I32, I32, I32],
  (declare, key, low, high, out, draws) => {
    const keys = Array.from({ length: 5 }, () => declare(V128));
    const words = Array.from({ length: 4 }, () => declare(V128));
    const lows = declare(V128);
    const highs = declare(V128);
    const next = declare(V128);
    const spare = declare(V128);
    const end = declare(I32);
    const splatKey = (index: number): Code => i32x4.splat(i32.load(key.get, 4 * index));
    return [
      keys.slice(0, 4).map((local, index) => local.set(splatKey(index))),
      at(keys, 4).set(
        keys
          .slice(0, 4)
          .reduce<Code>((sum, local) => v128.xor(sum, local.get), i32x4.splat(i32.const(PARITY))),
      ),
      lows.set(i32x4.add(i32x4.splat(low.get), i32x4.const(0, 1, 2, 3))),
      highs.set(i32x4.sub(i32x4.splat(high.get), i32x4.lt_u(lows.get, i32x4.splat(low.get)))),
      end.set(i32.add(out.get, i32.mul(draws.get, i32.const(8)))),
      repeatWhile(i32.lt_u(out.get, end.get), [
        encrypt(keys, words, lows, highs),
        storeUniforms(words, [next, spare], out),
        next.set(i32x4.add(lows.get, i32x4.splat(i32.const(4)))),
        highs.set(i32x4.sub(highs.get, i32x4.lt_u(next.get, lows.get))),
        lows.set(next.get),
        advance(out, 64),
      ]),
    ];
  },
);

/** Twenty rounds on four counters at once; the counters' upper words are 0. */
function encrypt(keys: readonly Local[], words: readonly Local[], lows: Local, highs: Local): Code {
  const [x0, x1, x2, x3] = [at(words, 0), at(words, 1), at(words, 2), at(words, 3)];
  const code: Code[] = [
    x0.set(i32x4.add(lows.get, at(keys, 0).get)),
    x1.set(i32x4.add(highs.get, at(keys, 1).get)),
    x2.set(at(keys, 2).get),
    x3.set(at(keys, 3).get),
  ];
  for (let round = 0; round < 20; round++) {
    const [one, other] = ROTATIONS[round % 8] ?? [0, 0];
    code.push(
      round % 2 === 0
        ? [mix(x0, x1, one), mix(x2, x3, other)]
        : [mix(x0, x3, one), mix(x2, x1, other)],
    );
    if (round % 4 !== 3) continue;
    const group = (round + 1) / 4;
    words.forEach((word, index) => {
      const sum = i32x4.add(word.get, at(keys, (index + group) % 5).get);
      const extra = i32x4.splat(i32.const(group));
      code.push(word.set(index === 3 ? i32x4.add(sum, extra) : sum));
    });
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
function storeUniforms(words: readonly Local[], spare: readonly Local[], out: Local): Code {
  const [x0, x1, x2, x3] = [at(words, 0), at(words, 1), at(words, 2), at(words, 3)];
  const [even, odd] = [at(spare, 0), at(spare, 1)];
  const uniform = (first: Local, second: Local, lanes: readonly number[]): Code =>
    f64x2.sub(
      v128.or(
        i64x2.shr_u(i32x4.shuffle(second.get, first.get, lanes), i32.const(12)),
        f64x2.const(1),
      ),
      f64x2.const(1 - 1.1102230246251565e-16),
    );
  // Two counters each time: both draws of the first one, then both of the second.
  return [LOWER, UPPER].map((lanes, half) => [
    even.set(uniform(x0, x1, lanes)),
    odd.set(uniform(x2, x3, lanes)),
    v128.store(out.get, f64x2.shuffle(even.get, odd.get, [0, 2]), 32 * half),
    v128.store(out.get, f64x2.shuffle(even.get, odd.get, [1, 3]), 32 * half + 16),
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
