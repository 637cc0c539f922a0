import { BLOCK_DRAWS } from "../kernel.ts";
import type { Code } from "./code.ts";
import {
  F64,
  type FunctionCode,
  functionCode,
  I32,
  type Local,
  type Scope,
  V128,
} from "./function-code.ts";
import {
  call,
  f64,
  f64x2,
  i32,
  i32x4,
  i64,
  i64x2,
  repeatWhile,
  v128,
  when,
} from "./instructions.ts";
import { advance } from "./loops.ts";
import { BLOCK_BYTES } from "./memory-map.ts";

/**
 * Where a column's accumulator keeps what it needs and knows, byte by byte: doubles, then the counts of
 * the histogram, 32 bits each, and one more for values that do not count.
 */
export const ACCUMULATOR = {
  centre: 0,
  origin: 8,
  perWidth: 16,
  bins: 24,
  count: 32,
  mean: 40,
  m2: 48,
  min: 56,
  max: 64,
  slots: 72,
} as const;

/** Locals of a pass over a block in pairs of two vectors: four interleaved sums of each kind. */
interface Pass {
  readonly values: Local;
  readonly accumulator: Local;
  /** Number of draws that count, where not all values do. */
  readonly length: Local | undefined;
  readonly at: Local;
  readonly end: Local;
  readonly value: Local;
  readonly deviation: Local;
  readonly centre: Local;
  readonly sum: readonly Local[];
  readonly squares: readonly Local[];
  readonly min: readonly Local[];
  readonly max: readonly Local[];
  /** Draw numbers of the two lanes. */
  readonly draw: Local;
  readonly mask: Local;
  /** Minus the number of values that count, by lane. */
  readonly uncounted: Local;
  /** NaN once a value was not finite. */
  readonly mark: Local;
}

function declarePass(
  scope: Scope,
  values: Local,
  accumulator: Local,
  length: Local | undefined,
): Pass {
  const vector = () => scope.local(V128);
  const two = () => [vector(), vector()];
  return {
    values,
    accumulator,
    length,
    at: scope.local(I32),
    end: scope.local(I32),
    value: vector(),
    deviation: vector(),
    centre: vector(),
    sum: two(),
    squares: two(),
    min: two(),
    max: two(),
    draw: vector(),
    mask: vector(),
    uncounted: vector(),
    mark: vector(),
  };
}

/** 2^52: a whole number added to it stands in the last bits. */
const TWO_52 = 4503599627370496;
const INFINITE = f64x2.const(Number.POSITIVE_INFINITY);
const splatOf = (accumulator: Local, field: keyof typeof ACCUMULATOR): Code =>
  v128.load64_splat(accumulator.get, ACCUMULATOR[field]);

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
    return [
      addMoments(pass),
      when(
        v128.any_true(f64x2.ne(pass.mark.get, pass.mark.get)),
        call(part, values.get, accumulator.get, i32.const(BLOCK_DRAWS)),
        [countValues(scope, pass), mergeSums(scope, pass, f64.const(BLOCK_DRAWS))],
      ),
    ];
  });

/** The loop over a pass's values, from the first on; `half` gets 0 and 1 in turn. */
function eachTwoPairs(pass: Pass, half: (index: number) => Code): Code {
  const { values, at, end } = pass;
  return [
    at.set(values.get),
    end.set(i32.add(values.get, i32.const(BLOCK_BYTES))),
    startMask(pass),
    repeatWhile(i32.lt_u(at.get, end.get), [
      [0, 1].map((index) => [loadValue(pass, index), half(index)]),
      advance(at, 32),
    ]),
  ];
}

function startMask({ length, draw }: Pass): Code {
  return length === undefined ? [] : draw.set(v128.const(0n, 1n));
}

/** Load a pair, and set the mask of its values that count. */
function loadValue({ length, at, value, draw, mask }: Pass, index: number): Code {
  const load = value.set(v128.load(at.get, 16 * index));
  if (length === undefined) return load;
  const finite = f64x2.eq(f64x2.sub(value.get, value.get), f64x2.const(0));
  const within = i64x2.lt_s(draw.get, i64x2.splat(i64.extend_i32_s(length.get)));
  return [load, mask.set(v128.and(finite, within)), draw.set(i64x2.add(draw.get, i64x2.const(2n)))];
}

function addMoments(pass: Pass): Code {
  const { accumulator, length, value, deviation, centre, mask } = pass;
  const masked = length !== undefined;
  const start = (locals: readonly Local[], code: Code): Code =>
    locals.map((local) => local.set(code));
  const half = (index: number): Code => {
    const [sum, squares, min, max] = [pass.sum, pass.squares, pass.min, pass.max].map(
      (two) => two[index],
    );
    if (!sum || !squares || !min || !max) return [];
    const difference = f64x2.sub(value.get, centre.get);
    const counting = (otherwise: Code): Code =>
      masked ? v128.bitselect(value.get, otherwise, mask.get) : value.get;
    return [
      deviation.set(masked ? v128.and(difference, mask.get) : difference),
      sum.set(f64x2.add(sum.get, deviation.get)),
      squares.set(f64x2.add(squares.get, f64x2.mul(deviation.get, deviation.get))),
      min.set(f64x2.pmin(min.get, counting(INFINITE))),
      max.set(f64x2.pmax(max.get, counting(f64x2.neg(INFINITE)))),
      masked
        ? pass.uncounted.set(i64x2.add(pass.uncounted.get, mask.get))
        : pass.mark.set(f64x2.add(pass.mark.get, f64x2.sub(value.get, value.get))),
    ];
  };
  return [
    centre.set(splatOf(accumulator, "centre")),
    start(pass.min, INFINITE),
    start(pass.max, f64x2.neg(INFINITE)),
    eachTwoPairs(pass, half),
  ];
}

/** Count each value in its bin; those that do not count come last. */
function countValues(scope: Scope, pass: Pass): Code {
  const { accumulator, length, value, mask } = pass;
  const [origin, perWidth, bins, base, slot] = Array.from({ length: 5 }, () => scope.local(V128));
  const address = scope.local(I32);
  if (!origin || !perWidth || !bins || !base || !slot) return [];
  const position = f64x2.mul(f64x2.sub(value.get, origin.get), perWidth.get);
  const bin = f64x2.floor(f64x2.pmin(f64x2.pmax(position, scope.number(-1)), bins.get));
  const number = f64x2.add(bin, scope.number(TWO_52 + 1));
  const trash = f64x2.add(bins.get, scope.number(TWO_52 + 2));
  const chosen = length === undefined ? number : v128.bitselect(number, trash, mask.get);
  const { slots } = ACCUMULATOR;
  return [
    origin.set(splatOf(accumulator, "origin")),
    perWidth.set(splatOf(accumulator, "perWidth")),
    bins.set(splatOf(accumulator, "bins")),
    base.set(i32x4.splat(accumulator.get)),
    eachTwoPairs(pass, () => [
      slot.set(i32x4.add(i32x4.shl(chosen, i32.const(2)), base.get)),
      [0, 2].map((lane) => [
        address.set(i32x4.extract_lane(slot.get, lane)),
        i32.store(address.get, i32.add(i32.load(address.get, slots), i32.const(1)), slots),
      ]),
    ]),
  ];
}

/** `count` values join those of earlier blocks: `mergeMoments`. */
function mergeSums(scope: Scope, pass: Pass, countOfBlock: Code): Code {
  const [count, mean, m2, total, delta] = Array.from({ length: 5 }, () => scope.local(F64));
  const { accumulator, value } = pass;
  if (!count || !mean || !m2 || !total || !delta) return [];
  const field = (name: keyof typeof ACCUMULATOR): Code =>
    f64.load(accumulator.get, ACCUMULATOR[name]);
  const setField = (name: keyof typeof ACCUMULATOR, code: Code): Code =>
    f64.store(accumulator.get, code, ACCUMULATOR[name]);
  /** Of two vectors, to one number. */
  const reduce = (
    two: readonly Local[],
    pairs: (a: Code, b: Code) => Code,
    singles: (a: Code, b: Code) => Code,
  ): Code => {
    const [one, other] = two;
    if (!one || !other) return [];
    return [
      value.set(pairs(one.get, other.get)),
      singles(f64x2.extract_lane(value.get, 0), f64x2.extract_lane(value.get, 1)),
    ];
  };
  const spread = f64.div(
    f64.mul(f64.mul(f64.mul(delta.get, delta.get), field("count")), count.get),
    total.get,
  );
  return [
    count.set(countOfBlock),
    when(f64.gt(count.get, f64.const(0)), [
      delta.set(reduce(pass.sum, f64x2.add, f64.add)),
      mean.set(f64.add(field("centre"), f64.div(delta.get, count.get))),
      m2.set(
        f64.max(
          f64.const(0),
          f64.sub(
            reduce(pass.squares, f64x2.add, f64.add),
            f64.div(f64.mul(delta.get, delta.get), count.get),
          ),
        ),
      ),
      // Adding 0 makes 0 of −0, so that the order of the lanes does not matter.
      setField(
        "min",
        f64.min(field("min"), f64.add(reduce(pass.min, f64x2.min, f64.min), f64.const(0))),
      ),
      setField(
        "max",
        f64.max(field("max"), f64.add(reduce(pass.max, f64x2.max, f64.max), f64.const(0))),
      ),
      total.set(f64.add(field("count"), count.get)),
      when(
        f64.gt(field("count"), f64.const(0)),
        [
          delta.set(f64.sub(mean.get, field("mean"))),
          setField("m2", f64.add(f64.add(field("m2"), m2.get), spread)),
          setField(
            "mean",
            f64.add(field("mean"), f64.div(f64.mul(delta.get, count.get), total.get)),
          ),
        ],
        [setField("mean", mean.get), setField("m2", m2.get)],
      ),
      setField("count", total.get),
    ]),
  ];
}
