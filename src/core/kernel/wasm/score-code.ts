import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, type Local } from "./function-code.ts";
import { f64x2, i32, i64x2, v128 } from "./instructions.ts";
import { eachPair, startSteps } from "./loops.ts";
import { SCORE_ROWS_AT } from "./memory-map.ts";

/** Bytes of a row of the table as a power of two. */
const ROW_SHIFT = 6;
/** Number of the cell of 2^-53 by exponent and first five fraction bits. */
const FIRST_CELL = (1023 - 53) * 32;
const SIGN = -(1n << 63n);

/** The scores of `scoreUniforms`: a block of uniforms at `from`, scores to `out`. */
export const scoresFunction: FunctionCode = functionCode(
  "fill_scores",
  [I32, I32],
  (scope, from, out) => {
    const rows = [scope.local(I32), scope.local(I32)] as const;
    const { code, keep, number, bits } = startSteps(scope);
    const fromMiddle = keep(f64x2.sub(v128.load(from.get), number(0.5)));
    const p = keep(f64x2.sub(number(0.5), f64x2.abs(fromMiddle)));
    const cells = keep(i64x2.sub(i64x2.shr_u(p, i32.const(47)), bits(BigInt(FIRST_CELL))));
    rows.forEach((row, lane) => {
      code.push(
        row.set(i32.shl(i32.wrap_i64(i64x2.extract_lane(cells, lane)), i32.const(ROW_SHIFT))),
      );
    });
    const column = rowColumns(rows, keep, SCORE_ROWS_AT);
    const [start, c0] = column(0);
    const [c1, c2] = column(1);
    const [c3, c4] = column(2);
    const [c5] = column(3);
    const d = keep(f64x2.sub(p, start));
    const tail = f64x2.add(c3, f64x2.mul(d, f64x2.add(c4, f64x2.mul(d, c5))));
    const z = f64x2.add(
      c0,
      f64x2.mul(d, f64x2.add(c1, f64x2.mul(d, f64x2.add(c2, f64x2.mul(d, tail))))),
    );
    // sign · −z, where sign is −1 below the middle.
    const signs = v128.andnot(bits(SIGN), fromMiddle);
    code.push(v128.store(out.get, v128.xor(z, signs)));
    return eachPair(scope, [from, out], code);
  },
);

/**
 * Numbers of two rows of a table as vectors of one number of each row: `column(k)` gives numbers
 * 2k and 2k + 1.
 */
export function rowColumns(
  rows: readonly [Local, Local],
  keep: (value: Code) => Code,
  offset: number,
): (k: number) => readonly [Code, Code] {
  return (k) => {
    const one = keep(v128.load(rows[0].get, offset + 16 * k));
    const other = keep(v128.load(rows[1].get, offset + 16 * k));
    return [f64x2.shuffle(one, other, [0, 2]), f64x2.shuffle(one, other, [1, 3])];
  };
}
