import type { Code } from "./code.ts";
import { type FunctionCode, functionCode, I32, type Local, type Scope } from "./function-code.ts";
import { f64x2, i32, i32x4, i64x2, v128 } from "./instructions.ts";
import { eachPair, type Steps, startSteps } from "./loops.ts";
import { SCORE_ROWS_AT } from "./memory-map.ts";

/** Bytes of a row of the table as a power of two. */
const ROW_SHIFT = 5;
/** Fraction bits of a double below those that number the cells. */
const BELOW_CELL = 46;
/** Number of the cell of 2^-53 by exponent and first six fraction bits. */
const FIRST_CELL = (1023 - 53) * 64;
const SIGN = -(1n << 63n);

/** The scores of `scoreUniforms`: a block of uniforms at `from`, scores to `out`. */
export const scoresFunction: FunctionCode = functionCode(
  "fill_scores",
  [I32, I32],
  (scope, from, out) => {
    const steps = startSteps(scope);
    const score = scoreCode(scope, steps, f64x2.sub(v128.load(from.get), steps.number(0.5)));
    return eachPair(scope, [from, out], [steps.code, v128.store(out.get, score)]);
  },
);

/** The scores of a pair of uniforms, less one half, by the table. */
export function scoreCode(scope: Scope, steps: Steps, uniformsFromMiddle: Code): Code {
  const { code, keep, number, bits } = steps;
  const rows = [scope.local(I32), scope.local(I32)] as const;
  const fromMiddle = keep(uniformsFromMiddle);
  const p = keep(f64x2.sub(number(0.5), f64x2.abs(fromMiddle)));
  const cells = keep(i64x2.sub(i64x2.shr_u(p, i32.const(BELOW_CELL)), bits(BigInt(FIRST_CELL))));
  rows.forEach((row, lane) => {
    code.push(row.set(i32.shl(i32x4.extract_lane(cells, 2 * lane), i32.const(ROW_SHIFT))));
  });
  const column = rowColumns(rows, keep, SCORE_ROWS_AT);
  const [c0, c1] = column(0);
  const [c2, c3] = column(1);
  // The start of the cell is p without its lower bits.
  const d = keep(f64x2.sub(p, v128.and(p, bits(-1n << BigInt(BELOW_CELL)))));
  const cubic = f64x2.add(c1, f64x2.mul(d, f64x2.add(c2, f64x2.mul(d, c3))));
  const z = f64x2.add(c0, f64x2.mul(d, cubic));
  // sign · −z, where sign is −1 below the middle.
  return v128.xor(z, v128.andnot(bits(SIGN), fromMiddle));
}

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
