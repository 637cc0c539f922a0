import { BLOCK_DRAWS } from "../kernel.ts";
import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, type Local, V128 } from "./function-code.ts";
import { f64x2, i32, i32x4, repeatWhile, select, v128, when } from "./instructions.ts";
import { advance } from "./loops.ts";

const ZEROS = i32x4.const(0, 0, 0, 0);

/**
 * `pack(column, length, bits, hits of draw, undefined draws)`: pack the hits of a block's first `length`
 * draws into bits, add them to the draws' numbers of hits, and add to a 32-bit count of undefined draws.
 */
const packFunction = functionCode(
  "pack",
  [I32, I32, I32, I32, I32],
  (scope, column, length, bits, hitsOfDraw, undefinedDraws) => {
    const word = scope.local(I32);
    const [one, other, wrong] = [scope.local(V128), scope.local(V128), scope.local(V128)];
    const loadTwo = (quarter: number): Code => [
      one.set(v128.load(column.get, 32 * quarter)),
      other.set(v128.load(column.get, 32 * quarter + 16)),
    ];
    const eight = [0, 1, 2, 3, 4, 5, 6, 7];
    const addBits = (quarter: number): Code =>
      word.set(i32.or(word.get, i32.shl(i32x4.bitmask(one.get), i32.const(4 * quarter))));
    const hit = (local: Local): Code => f64x2.eq(local.get, scope.number(1));
    const nan = (local: Local): Code => f64x2.ne(local.get, local.get);
    const merge = (test: (local: Local) => Code): Code =>
      one.set(i32x4.shuffle(test(one), test(other), [0, 2, 4, 6]));
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
      wrong.set(ZEROS),
      eight.map((quarter) => [
        loadTwo(quarter),
        wrong.set(v128.or(wrong.get, v128.or(nan(one), nan(other)))),
        merge(hit),
        v128.store(
          hitsOfDraw.get,
          i32x4.sub(v128.load(hitsOfDraw.get, 16 * quarter), one.get),
          16 * quarter,
        ),
        addBits(quarter),
      ]),
      word.set(counted),
      i32.store(bits.get, word.get),
      when(v128.any_true(wrong.get), [
        word.set(i32.const(0)),
        eight.map((quarter) => [loadTwo(quarter), merge(nan), addBits(quarter)]),
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

/** `count_hits(hits of draw, counts, length)`: count a block's draws by number of hits, and forget these. */
const countHitsFunction = functionCode(
  "count_hits",
  [I32, I32, I32],
  (scope, hitsOfDraw, counts, length) => {
    const [at, end, count] = [scope.local(I32), scope.local(I32), scope.local(I32)];
    return [
      at.set(hitsOfDraw.get),
      end.set(i32.add(at.get, i32.shl(length.get, i32.const(2)))),
      repeatWhile(i32.lt_u(at.get, end.get), [
        count.set(i32.add(counts.get, i32.shl(i32.load(at.get), i32.const(2)))),
        i32.store(count.get, i32.add(i32.load(count.get), i32.const(1))),
        advance(at, 4),
      ]),
      at.set(hitsOfDraw.get),
      end.set(i32.add(at.get, i32.const(4 * BLOCK_DRAWS))),
      repeatWhile(i32.lt_u(at.get, end.get), [v128.store(at.get, ZEROS), advance(at, 16)]),
    ];
  },
);

export const HIT_FUNCTIONS: readonly FunctionCode[] = [packFunction, countHitsFunction];
