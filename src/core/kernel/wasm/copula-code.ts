import { WIDEST_SCORE } from "../../sampling/guide.ts";
import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, type Local, V128 } from "./function-code.ts";
import { f64x2, i32, repeatWhile, v128, when, whileTrue } from "./instructions.ts";
import { advance, eachPair, startSteps } from "./loops.ts";
import { BLOCK_BYTES, COLUMN_STRIDE } from "./memory-map.ts";

/** Columns that are added in one pass over the result; the first pass takes those that are left over. */
const COLUMNS_AT_ONCE = 8;

/**
 * The sums of `correlateScores`: `factor` is the address of L, row-major, n × n; the n columns of scores
 * begin at `columns`, one `COLUMN_STRIDE` apart.
 */
export const correlateFunction: FunctionCode = functionCode(
  "correlate",
  [I32, I32, I32],
  (scope, factor, n, columns) => {
    const [row, rest, weights] = [scope.local(I32), scope.local(I32), scope.local(I32)];
    const pass: Pass = {
      column: scope.local(I32),
      from: scope.local(I32),
      to: scope.local(I32),
      end: scope.local(I32),
      out: scope.local(I32),
    };
    const own = scope.local(V128);
    const vectors = Array.from({ length: COLUMNS_AT_ONCE }, () => scope.local(V128));
    const passOf = (size: number, start: (before: Code) => Code): Code => [
      vectors
        .slice(0, size)
        .map((weight, index) => weight.set(v128.load64_splat(weights.get, 8 * index))),
      addColumns(vectors.slice(0, size), start, pass),
      advance(weights, 8 * size),
      advance(pass.column, COLUMN_STRIDE * size),
    ];
    const leftOver = Array.from({ length: COLUMNS_AT_ONCE }, (_, size) => size);
    // From the last row up: row i reads only columns that are still independent.
    return [
      row.set(i32.sub(n.get, i32.const(1))),
      repeatWhile(i32.ge_s(row.get, i32.const(0)), [
        pass.out.set(i32.add(columns.get, i32.mul(row.get, i32.const(COLUMN_STRIDE)))),
        weights.set(i32.add(factor.get, i32.shl(i32.mul(row.get, n.get), i32.const(3)))),
        own.set(v128.load64_splat(i32.add(weights.get, i32.shl(row.get, i32.const(3))))),
        pass.column.set(columns.get),
        rest.set(i32.and(row.get, i32.const(COLUMNS_AT_ONCE - 1))),
        leftOver.map((size) =>
          when(
            i32.eq(rest.get, i32.const(size)),
            passOf(size, (before) => f64x2.mul(own.get, before)),
          ),
        ),
        whileTrue(
          i32.lt_u(pass.column.get, pass.out.get),
          passOf(COLUMNS_AT_ONCE, (before) => before),
        ),
        advance(row, -1),
      ]),
    ];
  },
);

/** `squash(column, mixing)`: what `joinTails` looks up scores by, in place. */
export const squashFunction: FunctionCode = functionCode(
  "squash",
  [I32, I32],
  (scope, column, mixing) => {
    const { code, keep, number } = startSteps(scope);
    const r = keep(f64x2.mul(v128.load(column.get), v128.load(mixing.get)));
    const x = f64x2.div(f64x2.mul(number(WIDEST_SCORE), r), f64x2.add(number(1), f64x2.abs(r)));
    code.push(v128.store(column.get, x));
    return eachPair(scope, [column, mixing], code);
  },
);

/** Addresses of a pass. */
interface Pass {
  /** Where the first of the columns to add begins. */
  readonly column: Local;
  readonly from: Local;
  readonly to: Local;
  readonly end: Local;
  /** Where the result begins. */
  readonly out: Local;
}

/** out = start(out) + w0 · column 0 + w1 · column 1 + …, from left to right. */
function addColumns(
  weights: readonly Local[],
  start: (before: Code) => Code,
  { column, from, to, end, out }: Pass,
): Code {
  const sum = weights.reduce<Code>(
    (before, weight, index) =>
      f64x2.add(before, f64x2.mul(weight.get, v128.load(from.get, index * COLUMN_STRIDE))),
    start(v128.load(to.get)),
  );
  return [
    to.set(out.get),
    from.set(column.get),
    end.set(i32.add(out.get, i32.const(BLOCK_BYTES))),
    repeatWhile(i32.lt_u(to.get, end.get), [
      v128.store(to.get, sum),
      advance(to, 16),
      advance(from, 16),
    ]),
  ];
}
