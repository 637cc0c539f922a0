/** Bits of a digit: as many counters as stay in the processor's nearest cache. */
export const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Writes the digit of every key that begins at bit `shift`. */
export type TakeDigits = (shift: number, digits: Uint16Array) => void;

/**
 * The positions of `count` keys of some bits in ascending order, equal keys in order of position: a
 * radix sort from the last digit to the first.
 */
export function radixOrder(count: number, bits: number, takeDigits: TakeDigits): Uint32Array {
  let order = new Uint32Array(count);
  for (let k = 0; k < count; k++) order[k] = k;
  let next = new Uint32Array(count);
  const digits = new Uint16Array(count);
  for (let shift = 0; shift < bits; shift += DIGIT_BITS) {
    takeDigits(shift, digits);
    sortByDigit(digits, order, next);
    [order, next] = [next, order];
  }
  return order;
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
