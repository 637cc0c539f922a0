/**
 * Elementary functions whose results are the same bits in every engine and in WebAssembly:
 * only + − × ÷, square roots, comparisons and moves of exponent bits, in a fixed order.
 * Polynomials are minimax fits (Chebyshev nodes, 60 digits, mpmath 1.3.0 `chebyfit`).
 */

const doubles = new Float64Array(1);
const words = new Int32Array(doubles.buffer);
doubles[0] = 1;
/** Place of the word with sign and exponent. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/** 2^(i − 1074). Read from memory, since putting a double together from two words stalls the processor. */
const POWERS_OF_TWO = new Float64Array(2098);
POWERS_OF_TWO[0] = 5e-324;
for (let i = 1; i < POWERS_OF_TWO.length; i++) POWERS_OF_TWO[i] = 2 * POWERS_OF_TWO[i - 1]!;
/** Place of 2^0. */
const ONE_AT = 1074;

const LOG2_E = Math.LOG2E;
/** ln 2 cut to 42 fraction bits, so that multiples up to 2^11 are exact, and the rest. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** Adding and subtracting 1.5 · 2^52 rounds to a whole number, half to even. */
const ROUNDER = 6755399441055744;
const EXP_LARGEST = 709.782712893384;
const EXP_SMALLEST = -745.1332191019412;
/** 2^27 + 1 splits a double in two halves of 26 bits (Dekker 1971). */
const SPLITTER = 134217729;
/** 2/3 as the sum of two doubles. */
const TWO_THIRDS_HIGH = 0.6666666666666666;
const TWO_THIRDS_LOW = 3.700743415417188e-17;
const SQRT_HALF_HIGH_WORD = 0x3fe6a09e;

/** y · 2^k with one rounding, for 0.5 < y < 2 and any k that `exp` can meet. */
function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * POWERS_OF_TWO[ONE_AT + k - 1]!;
  if (k < -1021) return y * POWERS_OF_TWO[ONE_AT + k + 200]! * POWERS_OF_TWO[ONE_AT - 200]!;
  return y * POWERS_OF_TWO[ONE_AT + k]!;
}

/** (e^r − 1 − r)/r² for |r| ≤ 0.347; error below 1.1e-16 relative to 1/2. */
function expRemainder(r: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  const p01 = 0.5000000000000001 + r * 0.16666666666666669;
  const p23 = 0.041666666666623824 + r * 0.008333333333330039;
  const p45 = 0.0013888888917367081 + r * 0.00019841269863171557;
  const p67 = 0.000024801521057868204 + r * 0.0000027557268276905696;
  const p89 = 2.7620201591031547e-7 + r * 2.5100472505694996e-8;
  return p01 + r2 * p23 + r4 * (p45 + r2 * p67 + r4 * p89);
}

/** e^(x + tail) for finite x within the range of `exp` and |tail| far below 1. */
function expWithTail(x: number, tail: number): number {
  const k = x * LOG2_E + ROUNDER - ROUNDER;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW - tail;
  const r = high - low;
  const lost = high - r - low;
  return scale(1 + (r + (lost + r * r * expRemainder(r))), k);
}

/**
 * e^(x + tail), for arguments known to more than double precision.
 * `tail` is at most about one unit in the last place of x; ignored where the result overflows or vanishes.
 */
export function expOfSum(x: number, tail: number): number {
  if (!(x <= EXP_LARGEST)) return x > EXP_LARGEST ? Number.POSITIVE_INFINITY : x;
  if (x < EXP_SMALLEST) return 0;
  return expWithTail(x, tail);
}

/** e^x within 1 ulp (subnormal results included); 0 below −745.1332, ∞ above 709.7827. */
export function exp(x: number): number {
  if (!(x <= EXP_LARGEST)) return x > EXP_LARGEST ? Number.POSITIVE_INFINITY : x;
  if (x < EXP_SMALLEST) return 0;
  return expWithTail(x, 0);
}

/** e^x − 1 within 4 ulp, also for x near 0. */
export function expm1(x: number): number {
  if (x > -0.34 && x < 0.34) return x + x * x * expRemainder(x);
  return exp(x) - 1;
}

/** (2 artanh s − 2s)/s³ as a function of z = s², |s| < 0.1716; relative error below 4e-16. */
function logRemainder(z: number): number {
  const z2 = z * z;
  const p01 = 0.666666666666667 + z * 0.3999999999989322;
  const p23 = 0.28571428628810996 + z * 0.22222210674238516;
  const p45 = 0.18182922513515942 + z * 0.15330617306743305;
  return p01 + z2 * (p23 + z2 * (p45 + z2 * 0.1463003136412286));
}

/** The k for which x/2^k lies in [√½, √2), from the high word of x. */
function exponentOf(highWord: number): number {
  return (((highWord + (0x3ff00000 - SQRT_HALF_HIGH_WORD)) | 0) >>> 20) - 1023;
}

/** Natural logarithm within 1 ulp; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 2.2250738585072014e-308) return logNormal(x * 18014398509481984, -54);
  return logNormal(x, 0);
}

/** ln(x · 2^shift) for normal x > 0. */
function logNormal(x: number, shift: number): number {
  doubles[0] = x;
  const place = exponentOf(words[HIGH]!);
  const k = place + shift;
  const f = x * POWERS_OF_TWO[ONE_AT - place]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + z * logRemainder(z)) + k * LN2_LOW) - f);
}

/** ln(1 + x) within 2 ulp, also for x near 0; −∞ at −1, NaN below. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (!(u > 0) || u === Number.POSITIVE_INFINITY) return log(u);
  // The part of x that 1 + x rounded away, to first order.
  const lost = x < 1 ? x - (u - 1) : 1 - (u - x);
  return log(u) + lost / u;
}

/** The tail of a product: a·b = product + tail exactly, for |a|, |b| between 1e-150 and 1e150. */
export function productTail(a: number, b: number, product: number): number {
  const aCut = SPLITTER * a;
  const aHigh = aCut - (aCut - a);
  const aLow = a - aHigh;
  const bCut = SPLITTER * b;
  const bHigh = bCut - (bCut - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** (2 artanh s − 2s − 2s³/3)/s⁵ as a function of z = s², |s| < 0.1716; relative error below 6e-18. */
function powRemainder(z: number): number {
  const z2 = z * z;
  const p01 = 0.4 + z * 0.28571428571429425;
  const p23 = 0.2222222222162076 + z * 0.18181818343316125;
  const p45 = 0.1538459412012637 + z * 0.13334850282547114;
  return p01 + z2 * (p23 + z2 * (p45 + z2 * (0.11705021567538627 + z * 0.11735818855512968)));
}

/** x^y for finite x > 0, x ≠ 1, and finite y: logarithm and product carried in two doubles. */
function powPositive(x: number, y: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  const size = subnormal ? x * 18014398509481984 : x;
  doubles[0] = size;
  const place = exponentOf(words[HIGH]!);
  const k = subnormal ? place - 54 : place;
  const m = size * POWERS_OF_TWO[ONE_AT - place]!;
  // s = (m − 1)/(m + 1), ln m = 2 artanh s.
  const f = m - 1;
  const sum = m + 1;
  const sumTail = m - (sum - 1);
  const s = f / sum;
  const back = s * sum;
  const sTail = (f - back - productTail(s, sum, back) - s * sumTail) / sum;
  const z = s * s;
  const zTail = productTail(s, s, z) + 2 * s * sTail;
  const cubic = z * TWO_THIRDS_HIGH;
  const cubicTail =
    productTail(z, TWO_THIRDS_HIGH, cubic) + (z * TWO_THIRDS_LOW + zTail * TWO_THIRDS_HIGH);
  const rest = z * z * powRemainder(z);
  const w = cubic + rest;
  const wTail = cubic - w + rest + cubicTail;
  const v = 2 + w;
  const vTail = 2 - v + w + wTail;
  const logM = s * v;
  const logMTail = productTail(s, v, logM) + (s * vTail + sTail * v);
  const whole = k * LN2_HIGH;
  const first = whole + logM;
  const firstTail = whole - first + logM + (k * LN2_LOW + logMTail);
  const logX = first + firstTail;
  const logXTail = first - logX + firstTail;
  const product = y * logX;
  if (product > 710) return Number.POSITIVE_INFINITY;
  if (product < -746) return 0;
  return expOfSum(product, productTail(y, logX, product) + y * logXTail);
}

/** x^y where x is 0 or infinite or y is infinite; `odd`: y is an odd whole number. */
function powExtreme(x: number, y: number, odd: boolean): number {
  const size = Math.abs(x);
  if (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const result = size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  return odd && (x < 0 || 1 / x < 0) ? -result : result;
}

/**
 * x^y within 1 ulp, with the special cases of ECMAScript (`(±1)^±∞` and `NaN^y` are NaN, `x^0` is 1).
 * Exponents 1, 2, −1 and, for x > 0, 1/2 are exactly rounded.
 */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === -1) return 1 / x;
  const size = Math.abs(x);
  const whole = Math.floor(y) === y;
  const odd = whole && Math.abs(y) < 9007199254740992 && Math.floor(y / 2) * 2 !== y;
  if (size === 0 || size === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY)
    return powExtreme(x, y, odd);
  if (x < 0 && !whole) return Number.NaN;
  if (size === 1) return odd ? x : 1;
  if (y === 0.5) return Math.sqrt(x);
  const result = powPositive(size, y);
  return odd && x < 0 ? -result : result;
}
