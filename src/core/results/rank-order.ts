const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The positions of finite values in ascending order of value; equal values (0 and −0 are equal) stay in
 * order of position. A radix sort over the bits of the doubles: six passes, whatever the values.
 */
export function rankOrder(values: Float64Array): Uint32Array {
  const keys = sortableKeys(values);
  let order = new Uint32Array(values.length);
  for (let k = 0; k < order.length; k++) order[k] = k;
  let next = new Uint32Array(values.length);
  const digits = new Uint16Array(values.length);
  for (let shift = 0; shift < 64; shift += DIGIT_BITS) {
    takeDigits(keys, shift, digits);
    sortByDigit(digits, order, next);
    [order, next] = [next, order];
  }
  return order;
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

/** The digit of every key that begins at bit `shift`, which may lie across both halves. */
function takeDigits(keys: Uint32Array, shift: number, digits: Uint16Array): void {
  const half = shift >= 32 ? 1 : 0;
  const down = shift - 32 * half;
  const isAcross = half === 0 && down + DIGIT_BITS > 32;
  const up = isAcross ? 32 - down : 0;
  const mask = isAcross ? 0xffffffff : 0;
  for (let k = 0; k < digits.length; k++) {
    const upper = (keys[2 * k + 1]! & mask) << up;
    digits[k] = ((keys[2 * k + half]! >>> down) | upper) & (DIGITS - 1);
  }
}

function sortByDigit(digits: Uint16Array, order: Uint32Array, next: Uint32Array): void {
  const starts = digitStarts(digits);
  for (let k = 0; k < order.length; k++) {
    const position = order[k]!;
    next[starts[digits[position]!]!++] = position;
  }
}

/** Where the positions of each digit begin in the next order. */
function digitStarts(digits: Uint16Array): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (let k = 0; k < digits.length; k++) starts[digits[k]! + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
  return starts;
}
