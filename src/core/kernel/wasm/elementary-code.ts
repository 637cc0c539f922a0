import type { ImportedFunction } from "./assemble-module.ts";
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
import { call, f64x2, i32, i64x2, v128, when } from "./instructions.ts";
import { eachPair, type Steps, startSteps } from "./loops.ts";

/**
 * exp, log and pow of src/core/sampling/math.ts on pairs of doubles: the same operations on the same
 * numbers in the same order. Arguments out of the middle range (subnormal, infinite, negative, too large)
 * go one by one to the functions themselves, which the module imports.
 */

export const HOST_FUNCTIONS: readonly ImportedFunction[] = [
  { name: "exp", parameters: [F64], results: [F64] },
  { name: "log", parameters: [F64], results: [F64] },
  { name: "pow", parameters: [F64, F64], results: [F64] },
];
const [EXP, LOG, POW] = [0, 1, 2];

const { add, sub, mul, div } = f64x2;

const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
const ROUNDER = 6755399441055744;
const ROUNDER_BITS = 0x4338000000000000n;
const SPLITTER = 134217729;
/** What moves the exponent of numbers from √2 · 2^k on to k + 1. */
const ABOVE_ROOT = 0x95f62n << 32n;
/** Arguments of exp whose result and its parts are normal numbers. */
const EXP_RANGE = 700;

/** c0 + x·c1. */
const line = ({ number }: Steps, c0: number, x: Code, c1: number): Code =>
  add(number(c0), mul(x, number(c1)));

/** e^(x + tail) for |x| ≤ 700; `tail` may be left out for 0. */
function expInRange(steps: Steps, x: Code, tail?: Code): Code {
  const { keep, number, bits } = steps;
  const rounded = keep(add(mul(x, number(Math.LOG2E)), number(ROUNDER)));
  const k = keep(sub(rounded, number(ROUNDER)));
  const high = keep(sub(x, mul(k, number(LN2_HIGH))));
  const product = mul(k, number(LN2_LOW));
  const low = keep(tail === undefined ? product : sub(product, tail));
  const r = keep(sub(high, low));
  const lost = sub(sub(high, r), low);
  const r2 = keep(mul(r, r));
  const r4 = keep(mul(r2, r2));
  const p01 = line(steps, 0.5000000000000001, r, 0.16666666666666669);
  const p23 = line(steps, 0.041666666666623824, r, 0.008333333333330039);
  const p45 = line(steps, 0.0013888888917367081, r, 0.00019841269863171557);
  const p67 = line(steps, 0.000024801521057868204, r, 0.0000027557268276905696);
  const p89 = line(steps, 2.7620201591031547e-7, r, 2.5100472505694996e-8);
  const rest = add(add(p45, mul(r2, p67)), mul(r4, p89));
  const remainder = add(add(p01, mul(r2, p23)), mul(r4, rest));
  const y = add(number(1), add(r, add(lost, mul(r2, remainder))));
  return mul(y, powerOfTwo(i64x2.add(rounded, bits(1023n))));
}

/** 2^(n − 1023) for whole n in the last bits, 0 < n < 2047. */
const powerOfTwo = (n: Code): Code => i64x2.shl(n, i32.const(52));

/** x = m · 2^k with m in [√½, √2), for normal x below 1e307. */
function splitExponent(
  { keep, number, bits }: Steps,
  x: Code,
): { readonly k: Code; readonly m: Code } {
  const biased = keep(i64x2.shr_u(i64x2.add(x, bits(ABOVE_ROOT)), i32.const(52)));
  const k = keep(sub(i64x2.add(biased, bits(ROUNDER_BITS - 1023n)), number(ROUNDER)));
  const m = keep(mul(x, powerOfTwo(i64x2.sub(bits(2046n), biased))));
  return { k, m };
}

/** ln x for normal x below 1e307. */
function logInRange(steps: Steps, x: Code): Code {
  const { keep, number } = steps;
  const { k, m } = splitExponent(steps, x);
  const f = keep(sub(m, number(1)));
  const s = keep(div(f, add(number(2), f)));
  const z = keep(mul(s, s));
  const half = keep(mul(mul(number(0.5), f), f));
  const z2 = keep(mul(z, z));
  const p01 = line(steps, 0.666666666666667, z, 0.3999999999989322);
  const p23 = line(steps, 0.28571428628810996, z, 0.22222210674238516);
  const p45 = line(steps, 0.18182922513515942, z, 0.15330617306743305);
  const inner = add(p45, mul(z2, number(0.1463003136412286)));
  const remainder = add(p01, mul(z2, add(p23, mul(z2, inner))));
  const bracket = add(mul(s, add(half, mul(z, remainder))), mul(k, number(LN2_LOW)));
  return sub(mul(k, number(LN2_HIGH)), sub(sub(half, bracket), f));
}

/** `productTail` */
function productTail({ keep, number }: Steps, a: Code, b: Code, product: Code): Code {
  const aCut = keep(mul(number(SPLITTER), a));
  const aHigh = keep(sub(aCut, sub(aCut, a)));
  const aLow = keep(sub(a, aHigh));
  const bCut = keep(mul(number(SPLITTER), b));
  const bHigh = keep(sub(bCut, sub(bCut, b)));
  const bLow = keep(sub(b, bHigh));
  const first = add(sub(mul(aHigh, bHigh), product), mul(aHigh, bLow));
  return add(add(first, mul(aLow, bHigh)), mul(aLow, bLow));
}

/** ln x as the sum of two doubles, for normal x below 1e307. */
function logInTwo(steps: Steps, x: Code): { readonly logX: Code; readonly tail: Code } {
  const { keep, number } = steps;
  const { k, m } = splitExponent(steps, x);
  const f = keep(sub(m, number(1)));
  const sum = keep(add(m, number(1)));
  const sumTail = keep(sub(m, sub(sum, number(1))));
  const s = keep(div(f, sum));
  const back = keep(mul(s, sum));
  const missing = sub(sub(f, back), productTail(steps, s, sum, back));
  const sTail = keep(div(sub(missing, mul(s, sumTail)), sum));
  const z = keep(mul(s, s));
  const zTail = keep(add(productTail(steps, s, s, z), mul(mul(number(2), s), sTail)));
  const thirds = number(0.6666666666666666);
  const cubic = keep(mul(z, thirds));
  const cubicTail = keep(
    add(
      productTail(steps, z, thirds, cubic),
      add(mul(z, number(3.700743415417188e-17)), mul(zTail, thirds)),
    ),
  );
  const rest = keep(mul(mul(z, z), powRemainder(steps, z)));
  const w = keep(add(cubic, rest));
  const wTail = keep(add(add(sub(cubic, w), rest), cubicTail));
  const v = keep(add(number(2), w));
  const vTail = keep(add(add(sub(number(2), v), w), wTail));
  const logM = keep(mul(s, v));
  const logMTail = keep(add(productTail(steps, s, v, logM), add(mul(s, vTail), mul(sTail, v))));
  const whole = keep(mul(k, number(LN2_HIGH)));
  const first = keep(add(whole, logM));
  const firstTail = keep(add(add(sub(whole, first), logM), add(mul(k, number(LN2_LOW)), logMTail)));
  const logX = keep(add(first, firstTail));
  return { logX, tail: keep(add(sub(first, logX), firstTail)) };
}

function powRemainder(steps: Steps, z: Code): Code {
  const { keep } = steps;
  const z2 = keep(mul(z, z));
  const p01 = line(steps, 0.4, z, 0.28571428571429425);
  const p23 = line(steps, 0.2222222222162076, z, 0.18181818343316125);
  const p45 = line(steps, 0.1538459412012637, z, 0.13334850282547114);
  const p67 = line(steps, 0.11705021567538627, z, 0.11735818855512968);
  return add(p01, mul(z2, add(p23, mul(z2, add(p45, mul(z2, p67))))));
}

const isNormal = ({ number }: Steps, x: Code): Code =>
  v128.and(f64x2.ge(x, number(2.2250738585072014e-308)), f64x2.le(x, number(1e307)));

/** A function of pairs: what it computes where both lanes are in range, and the function to call elsewhere. */
interface PairFunction {
  readonly inRange: Code;
  readonly steps: Code;
  readonly result: Code;
  readonly host: number;
}

/** Store a function of the pairs `operands` to `out`. */
function storeResult(operands: readonly Code[], out: Local, pair: PairFunction): Code {
  const single = (lane: number): Code =>
    call(pair.host, ...operands.map((operand) => f64x2.extract_lane(operand, lane)));
  return [
    pair.steps,
    when(
      i64x2.all_true(pair.inRange),
      v128.store(out.get, pair.result),
      v128.store(out.get, f64x2.replace_lane(f64x2.splat(single(0)), 1, single(1))),
    ),
  ];
}

/** Code that stores e^x, x a pair in a local. */
export function storeExp(scope: Scope, x: Local, out: Local): Code {
  const steps = startSteps(scope);
  const result = expInRange(steps, x.get);
  const inRange = f64x2.le(f64x2.abs(x.get), steps.number(EXP_RANGE));
  return storeResult([x.get], out, { inRange, steps: steps.code, result, host: EXP });
}

function storeLog(scope: Scope, x: Local, out: Local): Code {
  const steps = startSteps(scope);
  const result = logInRange(steps, x.get);
  const inRange = isNormal(steps, x.get);
  return storeResult([x.get], out, { inRange, steps: steps.code, result, host: LOG });
}

/** Exponents for which `pow` does something else. */
const SPECIAL_EXPONENTS: readonly number[] = [1, 0, -1, 0.5];

function storePower(scope: Scope, x: Local, y: Local, out: Local): Code {
  const steps = startSteps(scope);
  const { number } = steps;
  const { logX, tail } = logInTwo(steps, x.get);
  const product = steps.keep(mul(y.get, logX));
  const productRest = add(productTail(steps, y.get, logX, product), mul(y.get, tail));
  const result = expInRange(steps, product, steps.keep(productRest));
  const usual = SPECIAL_EXPONENTS.reduce<Code>(
    (mask, exponent) => v128.and(mask, f64x2.ne(y.get, number(exponent))),
    v128.and(f64x2.le(f64x2.abs(y.get), number(1e100)), f64x2.ne(y.get, number(2))),
  );
  const inRange = v128.and(
    v128.and(isNormal(steps, x.get), usual),
    f64x2.le(f64x2.abs(product), number(EXP_RANGE)),
  );
  return when(
    i64x2.all_true(f64x2.eq(y.get, number(2))),
    v128.store(out.get, mul(x.get, x.get)),
    storeResult([x.get, y.get], out, { inRange, steps: steps.code, result, host: POW }),
  );
}

const columnFunction = (
  name: string,
  store: (scope: Scope, x: Local, out: Local) => Code,
): FunctionCode =>
  functionCode(name, [I32, I32], (scope, from, out) => {
    const x = scope.local(V128);
    return eachPair(scope, [from, out], [x.set(v128.load(from.get)), store(scope, x, out)]);
  });

/** `exp(from, out)`: e^x for a block at `from`. */
export const expFunction: FunctionCode = columnFunction("exp", storeExp);

/** `log(from, out)` */
export const logFunction: FunctionCode = columnFunction("log", storeLog);

/** `power(bases, exponents, out)` */
export const powerFunction: FunctionCode = functionCode(
  "power",
  [I32, I32, I32],
  (scope, bases, exponents, out) => {
    const [x, y] = [scope.local(V128), scope.local(V128)];
    return eachPair(
      scope,
      [bases, exponents, out],
      [x.set(v128.load(bases.get)), y.set(v128.load(exponents.get)), storePower(scope, x, y, out)],
    );
  },
);
