import { WIDEST_SCORE } from "../../sampling/guide.ts";
import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, type Local, V128 } from "./function-code.ts";
import { f64x2, i32, repeatWhile, v128, when } from "./instructions.ts";
import { advance, eachPair, startSteps } from "./loops.ts";
import { BLOCK_BYTES, COLUMN_STRIDE } from "./memory-map.ts";

/** Columns that may be added in one pass over the result, most first. */
const PASSES: readonly number[] = [8, 4, 2, 1];

/**
 * The sums of `correlateScores`: `factor` is the address of L, row-major, n × n; the n columns of scores
 * begin at `columns`, one `COLUMN_STRIDE` apart.
 */
export const correlateFunction: FunctionCode = functionCode(
  "correlate",
  [I32, I32, I32],
  (scope, factor, n, columns) => {
    const row = scope.local(I32);
    const left = scope.local(I32);
    const weights = scope.local(I32);
    const pass: Pass = {
      column: scope.local(I32),
      from: scope.local(I32),
      to: scope.local(I32),
      end: scope.local(I32),
    };
    const vectors = Array.from({ length: 8 }, () => scope.local(V128));
    const out = scope.local(I32);
    const passOf = (size: number): Code => [
      vectors
        .slice(0, size)
        .map((weight, index) => weight.set(v128.load64_splat(weights.get, 8 * index))),
      addColumns(vectors.slice(0, size), out, pass),
      advance(weights, 8 * size),
      advance(pass.column, COLUMN_STRIDE * size),
      advance(left, -size),
    ];
    const [own] = vectors;
    if (own === undefined) return [];
    // From the last row up: row i reads only columns that are still independent.
    return [
      row.set(i32.sub(n.get, i32.const(1))),
      repeatWhile(i32.ge_s(row.get, i32.const(0)), [
        out.set(i32.add(columns.get, i32.mul(row.get, i32.const(COLUMN_STRIDE)))),
        weights.set(i32.add(factor.get, i32.shl(i32.mul(row.get, n.get), i32.const(3)))),
        own.set(v128.load64_splat(i32.add(weights.get, i32.shl(row.get, i32.const(3))))),
        scaleColumn(own, out, pass),
        pass.column.set(columns.get),
        left.set(row.get),
        PASSES.map((size) => {
          const enough = i32.ge_s(left.get, i32.const(size));
          return when(enough, size === 8 ? repeatWhile(enough, passOf(size)) : passOf(size));
        }),
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
}

function scaleColumn(own: Local, out: Local, { to, end }: Pass): Code {
  return [
    to.set(out.get),
    end.set(i32.add(out.get, i32.const(BLOCK_BYTES))),
    repeatWhile(i32.lt_u(to.get, end.get), [
      v128.store(to.get, f64x2.mul(own.get, v128.load(to.get))),
      advance(to, 16),
    ]),
  ];
}

/** out += w0 · column 0 + w1 · column 1 + …, from left to right. */
function addColumns(weights: readonly Local[], out: Local, { column, from, to, end }: Pass): Code {
  const sum = weights.reduce<Code>(
    (before, weight, index) =>
      f64x2.add(before, f64x2.mul(weight.get, v128.load(from.get, index * COLUMN_STRIDE))),
    v128.load(to.get),
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
