import { DIGIT_BITS, radixOrder } from "./radix-order.ts";

/** Bits of the coarse keys: two digits. */
const COARSE_BITS = 2 * DIGIT_BITS;
const DIGIT_MASK = (1 << DIGIT_BITS) - 1;
/** Steps per value in which the coarse order must be mended. */
const PATIENCE = 4;

/**
 * The positions of finite values in ascending order of value; equal values (0 and −0 are equal) stay in
 * order of position. Sorts by where values lie in their range, in 4 million steps, and mends what those
 * do not tell apart; where that is too much, since a few values lie far out, by the bits of the doubles.
 */
export function rankOrder(values: Float64Array): Uint32Array {
  const order = coarseOrder(values);
  return mend(order, values) ? order : exactOrder(values);
}

function coarseOrder(values: Float64Array): Uint32Array {
  const [low, high] = range(values);
  const scale = ((1 << COARSE_BITS) - 1) / (high - low);
  const keys = new Uint32Array(values.length);
  for (let k = 0; k < values.length; k++) keys[k] = (values[k]! - low) * scale;
  return radixOrder(values.length, COARSE_BITS, (shift, digits) => {
    takeDigits(keys, shift, digits);
  });
}

function range(values: Float64Array): readonly [number, number] {
  let low = values[0] ?? 0;
  let high = low;
  for (let k = 0; k < values.length; k++) {
    low = Math.min(low, values[k]!);
    high = Math.max(high, values[k]!);
  }
  return [low, high];
}

function takeDigits(keys: Uint32Array, shift: number, digits: Uint16Array): void {
  for (let k = 0; k < digits.length; k++) digits[k] = (keys[k]! >>> shift) & DIGIT_MASK;
}

/** Finish an almost sorted order by insertion; false where it is not almost sorted. */
function mend(order: Uint32Array, values: Float64Array): boolean {
  let left = PATIENCE * order.length;
  for (let k = 1; k < order.length; k++) {
    const position = order[k]!;
    const value = values[position]!;
    let to = k;
    for (; to > 0 && values[order[to - 1]!]! > value; to--) order[to] = order[to - 1]!;
    order[to] = position;
    left -= k - to;
    if (left < 0) return false;
  }
  return true;
}

function exactOrder(values: Float64Array): Uint32Array {
  const keys = sortableKeys(values);
  return radixOrder(values.length, 64, (shift, digits) => {
    takeLongDigits(keys, shift, digits);
  });
}

/** Doubles as 64-bit whole numbers of the same order, low and high half by turns: Terdiman (2000), "Radix Sort Revisited". */
function sortableKeys(values: Float64Array): Uint32Array {
  const copy = new Float64Array(values.length);
  // Adding 0 turns −0 into 0.
  for (let k = 0; k < values.length; k++) copy[k] = values[k]! + 0;
  const keys = new Uint32Array(copy.buffer);
  flipSigns(keys);
  return keys;
}

/** Negative numbers with all bits flipped, others with the sign's bit set. */
function flipSigns(keys: Uint32Array): void {
  for (let k = 0; k < keys.length; k += 2) {
    const flip = -(keys[k + 1]! >>> 31);
    keys[k]! ^= flip;
    keys[k + 1]! ^= flip | 0x80000000;
  }
}

/** Digits of keys in two halves; one may lie across both. */
function takeLongDigits(keys: Uint32Array, shift: number, digits: Uint16Array): void {
  const half = shift >= 32 ? 1 : 0;
  const down = shift - 32 * half;
  const isAcross = half === 0 && down + DIGIT_BITS > 32;
  const up = isAcross ? 32 - down : 0;
  const mask = isAcross ? 0xffffffff : 0;
  for (let k = 0; k < digits.length; k++) {
    const upper = (keys[2 * k + 1]! & mask) << up;
    digits[k] = ((keys[2 * k + half]! >>> down) | upper) & DIGIT_MASK;
  }
}
