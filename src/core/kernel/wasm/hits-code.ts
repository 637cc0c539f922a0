import { BLOCK_DRAWS } from "../kernel.ts";
import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, V128 } from "./function-code.ts";
import { i32, i32x4, repeatWhile, select, v128, when } from "./instructions.ts";
import { advance } from "./loops.ts";

const ZEROS = i32x4.const(0, 0, 0, 0);

/** The upper word of 1, twice. */
const ONES = 0x3ff00000_3ff00000n;
/** The bit of upper words that NaN has set, but 0 and 1 have not, twice. */
const NAN_BITS = 0x40000000_40000000n;

/**
 * `pack(column, length, bits, hits of draw, undefined draws)`: pack the hits of a block's first `length`
 * draws into bits, add them to the draws' numbers of hits, and add to a 32-bit count of undefined draws.
 * The column has nothing but 0, 1 and NaN, which their upper words tell apart.
 */
const packFunction = functionCode(
  "pack",
  [I32, I32, I32, I32, I32],
  (scope, column, length, bits, hitsOfDraw, undefinedDraws) => {
    const word = scope.local(I32);
    const [four, seen] = [scope.local(V128), scope.local(V128)];
    const eight = [0, 1, 2, 3, 4, 5, 6, 7];
    const upperWords = (quarter: number): Code =>
      i32x4.shuffle(
        v128.load(column.get, 32 * quarter),
        v128.load(column.get, 32 * quarter + 16),
        [1, 3, 5, 7],
      );
    const addBits = (four: Code, quarter: number): Code =>
      word.set(i32.or(word.get, i32.shl(i32x4.bitmask(four), i32.const(4 * quarter))));
    /** Bits of draws that count. */
    const counted = i32.and(
      word.get,
      select(
        i32.const(-1),
        i32.sub(i32.shl(i32.const(1), length.get), i32.const(1)),
        i32.ge_s(length.get, i32.const(32)),
      ),
    );
    return repeatWhile(i32.gt_s(length.get, i32.const(0)), [
      word.set(i32.const(0)),
      seen.set(ZEROS),
      eight.map((quarter) => [
        four.set(upperWords(quarter)),
        seen.set(v128.or(seen.get, four.get)),
        four.set(i32x4.eq(four.get, scope.bits(ONES))),
        v128.store(
          hitsOfDraw.get,
          i32x4.sub(v128.load(hitsOfDraw.get, 16 * quarter), four.get),
          16 * quarter,
        ),
        addBits(four.get, quarter),
      ]),
      word.set(counted),
      i32.store(bits.get, word.get),
      when(v128.any_true(v128.and(seen.get, scope.bits(NAN_BITS))), [
        word.set(i32.const(0)),
        // Shifted by one, the bit is the first of its word.
        eight.map((quarter) => addBits(i32x4.shl(upperWords(quarter), i32.const(1)), quarter)),
        word.set(counted),
        i32.store(undefinedDraws.get, i32.add(i32.load(undefinedDraws.get), i32.popcnt(word.get))),
      ]),
      advance(column, 256),
      advance(hitsOfDraw, 128),
      advance(bits, 4),
      advance(length, -32),
    ]);
  },
);

/**
 * `count_hits(hits of draw, counts)`: count a block's draws by number of hits, and forget these. There are four counts
 * of each number, of every fourth draw, which no processor has to wait for one after the other.
 */
const countHitsFunction = functionCode("count_hits", [I32, I32], (scope, hitsOfDraw, counts) => {
  const [end, count] = [scope.local(I32), scope.local(I32)];
  const vectors = [0, 1, 2, 3].map(() => scope.local(V128));
  return [
    end.set(i32.add(hitsOfDraw.get, i32.const(4 * BLOCK_DRAWS))),
    repeatWhile(i32.lt_u(hitsOfDraw.get, end.get), [
      vectors.map((vector, index) => [
        vector.set(i32x4.shl(v128.load(hitsOfDraw.get, 16 * index), i32.const(4))),
        v128.store(hitsOfDraw.get, ZEROS, 16 * index),
      ]),
      vectors.map((vector) =>
        [0, 1, 2, 3].map((lane) => [
          count.set(i32.add(counts.get, i32x4.extract_lane(vector.get, lane))),
          i32.store(count.get, i32.add(i32.load(count.get, 4 * lane), i32.const(1)), 4 * lane),
        ]),
      ),
      advance(hitsOfDraw, 16 * vectors.length),
    ]),
  ];
});

/** The library's functions that count hits. */
export const HIT_FUNCTIONS: readonly FunctionCode[] = [packFunction, countHitsFunction];
