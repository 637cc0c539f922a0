import type { Code } from "./code.ts";
import { ACCUMULATOR, eachTwoPairs, type Pass, splatOf } from "./collect-pass.ts";
import { F64, type Local, type Scope } from "./function-code.ts";
import { f64, f64x2, i64x2, v128, when } from "./instructions.ts";

const INFINITE = f64x2.const(Number.POSITIVE_INFINITY);

/** Number, sums, least and greatest of a block's values, in four interleaved parts. */
export function addMoments(pass: Pass): Code {
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
      masked ? pass.uncounted.set(i64x2.add(pass.uncounted.get, mask.get)) : [],
    ];
  };
  return [
    centre.set(splatOf(accumulator, "centre")),
    start(pass.min, INFINITE),
    start(pass.max, f64x2.neg(INFINITE)),
    eachTwoPairs(pass, half),
  ];
}

/** `count` values join those of earlier blocks: `mergeMoments`. */
export function mergeSums(scope: Scope, pass: Pass, countOfBlock: Code): Code {
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
