import { BLOCK_DRAWS } from "../kernel.ts";
import type { Code } from "./code.ts";
import { addMoments, mergeSums } from "./collect-moments.ts";
import { ACCUMULATOR, declarePass, eachTwoPairs, type Pass, splatOf } from "./collect-pass.ts";
import { type FunctionCode, functionCode, I32, type Scope, V128 } from "./function-code.ts";
import { call, f64, f64x2, i32, i32x4, i64x2, repeatWhile, v128, when } from "./instructions.ts";
import { advance } from "./loops.ts";
import { FOUND_AT } from "./memory-map.ts";

/** 1.5 · 2^52: a number added to it is rounded to a whole one, which stands in the last bits. */
const ROUNDING = 6755399441055744;

/**
 * `collect_part(values, accumulator, length)`: what a column accumulator of the interpreter does with
 * the first values of a block, in the same order. Values that are not finite are left out.
 */
export const collectPartFunction: FunctionCode = functionCode(
  "collect_part",
  [I32, I32, I32],
  (scope, values, accumulator, length) => {
    const pass = declarePass(scope, values, accumulator, length);
    const lanes = i64x2.add(
      pass.uncounted.get,
      i32x4.shuffle(pass.uncounted.get, pass.uncounted.get, [2, 3, 0, 1]),
    );
    const count = i32.sub(i32.const(0), i32.wrap_i64(i64x2.extract_lane(lanes, 0)));
    return [
      addMoments(pass),
      countValues(scope, pass),
      mergeSums(scope, pass, f64.convert_i32_s(count)),
    ];
  },
);

/**
 * `collect_whole(values, accumulator)`: the same for a whole block; faster where all values are finite.
 * `part` is the number of `collectPartFunction` in the module.
 */
export const collectWholeFunction = (part: number): FunctionCode =>
  functionCode("collect_whole", [I32, I32], (scope, values, accumulator) => {
    const pass = declarePass(scope, values, accumulator, undefined);
    const total = pass.squares.map(({ get }) => get).reduce(f64x2.add);
    return [
      addMoments(pass),
      when(
        // A value that is not finite shows in the sums of squares, and so does one whose square is not.
        v128.any_true(f64x2.ne(f64x2.sub(total, total), f64x2.const(0))),
        call(part, values.get, accumulator.get, i32.const(BLOCK_DRAWS)),
        [countValues(scope, pass), mergeSums(scope, pass, f64.const(BLOCK_DRAWS))],
      ),
    ];
  });

/**
 * Count each value in its bin; those that do not count come last. The bins of a block are all found before the first is
 * counted: some processors let no load pass a store whose address is not known yet, and then each value would wait for
 * the bin of the one before it.
 */
function countValues(scope: Scope, pass: Pass): Code {
  return [findBins(scope, pass), countBins(scope)];
}

/** Write down the address of each value's bin, less that of the first slot in the accumulator. */
function findBins(scope: Scope, pass: Pass): Code {
  const { accumulator, length, value, mask } = pass;
  const [origin, perWidth, bins, base, before] = Array.from({ length: 5 }, () => scope.local(V128));
  const found = scope.local(I32);
  if (!origin || !perWidth || !bins || !base || !before) return [];
  // The origin is that of the bins' middles.
  const position = f64x2.mul(f64x2.sub(value.get, origin.get), perWidth.get);
  const nearest = f64x2.pmin(f64x2.pmax(position, scope.number(-1)), bins.get);
  const number = f64x2.add(nearest, scope.number(ROUNDING + 1));
  const trash = f64x2.add(bins.get, scope.number(ROUNDING + 2));
  const chosen = length === undefined ? number : v128.bitselect(number, trash, mask.get);
  const fourNumbers = i32x4.shuffle(before.get, chosen, [0, 2, 4, 6]);
  const addresses = i32x4.add(i32x4.shl(fourNumbers, i32.const(2)), base.get);
  return [
    origin.set(splatOf(accumulator, "origin")),
    perWidth.set(splatOf(accumulator, "perWidth")),
    bins.set(splatOf(accumulator, "bins")),
    base.set(i32x4.splat(accumulator.get)),
    found.set(i32.const(FOUND_AT)),
    eachTwoPairs(pass, (half) =>
      half === 0 ? before.set(chosen) : [v128.store(found.get, addresses), advance(found, 16)],
    ),
  ];
}

/** Vectors of addresses that are loaded before the first of them is counted. */
const VECTORS_AT_ONCE = 4;

function countBins(scope: Scope): Code {
  const found = scope.local(I32);
  const address = scope.local(I32);
  const vectors = Array.from({ length: VECTORS_AT_ONCE }, () => scope.local(V128));
  const { slots } = ACCUMULATOR;
  return [
    found.set(i32.const(FOUND_AT)),
    repeatWhile(i32.lt_u(found.get, i32.const(FOUND_AT + 4 * BLOCK_DRAWS)), [
      vectors.map((vector, index) => vector.set(v128.load(found.get, 16 * index))),
      vectors.map((vector) =>
        [0, 1, 2, 3].map((lane) => [
          address.set(i32x4.extract_lane(vector.get, lane)),
          i32.store(address.get, i32.add(i32.load(address.get, slots), i32.const(1)), slots),
        ]),
      ),
      advance(found, 16 * VECTORS_AT_ONCE),
    ]),
  ];
}
