import { WIDEST_SCORE } from "../../sampling/guide.ts";
import type { Code } from "./code.ts";
import { storeExp } from "./elementary-code.ts";
import {
  F64,
  type FunctionCode,
  functionCode,
  I32,
  type Local,
  type Scope,
  V128,
} from "./function-code.ts";
import { f64, f64x2, i32, i32x4, v128, whileTrue } from "./instructions.ts";
import { advance, eachPair, type Steps, startSteps } from "./loops.ts";
import { FOUND_AT } from "./memory-map.ts";
import { rowColumns } from "./score-code.ts";

/** Marginals: each function takes a block of scores at `from` to values at `out`, which may be the same. */

/** `affine(from, out, shift, scale)`: shift + scale·z. */
const affineFunction = functionCode(
  "affine",
  [I32, I32, F64, F64],
  (scope, from, out, shift, scale) =>
    eachPair(
      scope,
      [from, out],
      v128.store(
        out.get,
        f64x2.add(f64x2.splat(shift.get), f64x2.mul(f64x2.splat(scale.get), v128.load(from.get))),
      ),
    ),
);

/** `exp_affine(from, out, shift, scale)`: e^(shift + scale·z). */
const expAffineFunction = functionCode(
  "exp_affine",
  [I32, I32, F64, F64],
  (scope, from, out, shift, scale) => {
    const x = scope.local(V128);
    const argument = f64x2.add(
      f64x2.splat(shift.get),
      f64x2.mul(f64x2.splat(scale.get), v128.load(from.get)),
    );
    return eachPair(scope, [from, out], [x.set(argument), storeExp(scope, x, out)]);
  },
);

/** `two_slopes(from, out, middle, low, high)`: middle + z·(z < 0 ? low : high). */
const twoSlopesFunction = functionCode(
  "two_slopes",
  [I32, I32, F64, F64, F64],
  (scope, from, out, middle, low, high) => {
    const z = scope.local(V128);
    const slope = v128.bitselect(
      f64x2.splat(low.get),
      f64x2.splat(high.get),
      f64x2.lt(z.get, f64x2.const(0)),
    );
    return eachPair(
      scope,
      [from, out],
      [
        z.set(v128.load(from.get)),
        v128.store(out.get, f64x2.add(f64x2.splat(middle.get), f64x2.mul(z.get, slope))),
      ],
    );
  },
);

const negateFunction = functionCode("negate", [I32, I32], (scope, from, out) =>
  eachPair(scope, [from, out], v128.store(out.get, f64x2.neg(v128.load(from.get)))),
);

/** The score within ±WIDEST_SCORE. */
const clampedScore = ({ number }: Steps, from: Local): Code =>
  f64x2.pmax(f64x2.pmin(v128.load(from.get), number(WIDEST_SCORE)), number(-WIDEST_SCORE));

/** The guide's cell of each score: whole numbers in the low words of the lanes. */
const guideCells = ({ number }: Steps, score: Code, cellsPerUnit: Local): Code =>
  f64x2.add(
    f64x2.floor(f64x2.mul(f64x2.add(score, number(WIDEST_SCORE)), f64x2.splat(cellsPerUnit.get))),
    // 2^52 puts whole numbers into the lowest bits.
    number(4503599627370496),
  );

const cellOf = (cells: Code, lane: number): Code => i32x4.extract_lane(cells, 2 * lane);

/**
 * `from_scores(from, out, rows, starts, cells per unit)`: `fillFromScores`. Rows of 48 bytes; one more
 * begins with ∞. Two loops, since in one each pair would wait for the search of those before.
 */
const fromScoresFunction = functionCode(
  "from_scores",
  [I32, I32, I32, I32, F64],
  (scope, from, out, rows, starts, cellsPerUnit) => {
    const scores = scope.local(I32);
    const found = scope.local(I32);
    const rewind: Code = [scores.set(from.get), found.set(i32.const(FOUND_AT))];
    const halves = [findRows, evaluateRows].map((half) =>
      half(scope, { scores, found, out, rows, starts, cellsPerUnit }),
    );
    const [find = [], evaluate = []] = halves;
    return [
      rewind,
      eachPair(scope, [scores], [find, advance(found, 8)]),
      rewind,
      eachPair(scope, [scores, out], [evaluate, advance(found, 8)]),
    ];
  },
);

interface Lookup {
  readonly scores: Local;
  /** Where the addresses of the rows of a pair are written. */
  readonly found: Local;
  readonly out: Local;
  readonly rows: Local;
  readonly starts: Local;
  readonly cellsPerUnit: Local;
}

/** Write down the rows of a pair of scores. */
function findRows(scope: Scope, { scores, found, rows, starts, cellsPerUnit }: Lookup): Code {
  const place = scope.local(I32);
  const steps = startSteps(scope);
  const score = steps.keep(clampedScore(steps, scores));
  const cells = steps.keep(guideCells(steps, score, cellsPerUnit));
  const lanes = [0, 1].map((lane) => {
    const start = i32.load(i32.add(starts.get, i32.shl(cellOf(cells, lane), i32.const(2))));
    const isPast = f64.ge(f64x2.extract_lane(score, lane), f64.load(place.get, 48));
    return [
      place.set(i32.add(rows.get, i32.shl(start, i32.const(3)))),
      // Mostly none or one: without a branch that would often be guessed wrong.
      place.set(i32.add(place.get, i32.mul(isPast, i32.const(48)))),
      whileTrue(isPast, advance(place, 48)),
      i32.store(found.get, place.get, 4 * lane),
    ];
  });
  return [steps.code, lanes];
}

/** The cubics of a pair of scores. */
function evaluateRows(scope: Scope, { scores, found, out }: Lookup): Code {
  const places = [scope.local(I32), scope.local(I32)] as const;
  const steps = startSteps(scope);
  const { keep } = steps;
  const column = rowColumns(places, keep, 0);
  const [first, start] = column(0).map(keep);
  const [c1, c2] = column(1).map(keep);
  const [c3, end] = column(2).map(keep);
  if (!first || !start || !c1 || !c2 || !c3 || !end) return [];
  const d = keep(f64x2.sub(clampedScore(steps, scores), first));
  const cubic = f64x2.add(c1, f64x2.mul(d, f64x2.add(c2, f64x2.mul(d, c3))));
  const x = f64x2.add(start, f64x2.mul(d, cubic));
  return [
    places.map((place, lane) => place.set(i32.load(found.get, 4 * lane))),
    steps.code,
    v128.store(out.get, f64x2.pmin(f64x2.pmax(start, x), end)),
  ];
}

/** `steps(from, out, values, thresholds, starts, cells per unit)`: `fillSteps`. */
const stepsFunction = functionCode(
  "steps",
  [I32, I32, I32, I32, I32, F64],
  (scope, from, out, values, thresholds, starts, cellsPerUnit) => {
    const place = scope.local(I32);
    const steps = startSteps(scope);
    const { code, keep } = steps;
    const score = keep(clampedScore(steps, from));
    const cells = keep(guideCells(steps, score, cellsPerUnit));
    [0, 1].forEach((lane) => {
      const start = i32.load(i32.add(starts.get, i32.shl(cellOf(cells, lane), i32.const(2))));
      const threshold = f64.load(i32.add(thresholds.get, place.get));
      code.push(
        place.set(i32.shl(start, i32.const(3))),
        whileTrue(f64.gt(f64x2.extract_lane(score, lane), threshold), advance(place, 8)),
        f64.store(out.get, f64.load(i32.add(values.get, place.get)), 8 * lane),
      );
    });
    return eachPair(scope, [from, out], code);
  },
);

/** The library's functions that turn normal scores into values. */
export const SAMPLER_FUNCTIONS: readonly FunctionCode[] = [
  affineFunction,
  expAffineFunction,
  twoSlopesFunction,
  negateFunction,
  fromScoresFunction,
  stepsFunction,
];
