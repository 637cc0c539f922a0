import { SOBOL_DIRECTIONS } from "./sobol-directions.ts";

/** The number of dimensions whose direction numbers are known: all of degree 12 and below. */
export const SOBOL_DIMENSIONS = 481;

/** Bits of a direction number, and of the index of a point. */
export const SOBOL_BITS = 32;

/**
 * The direction numbers of a dimension from 0 on; 0 ≤ dimension < `SOBOL_DIMENSIONS`. The coordinate
 * of point i is the exclusive or of number k over all bits k of i, as a binary fraction of 32 digits
 * (Bratley and Fox 1988, Algorithm 659, ACM Transactions on Mathematical Software 14). The array is kept
 * for the next time and must not be changed.
 */
export function sobolDirections(dimension: number): Uint32Array {
  const known = kept[dimension];
  if (known !== undefined) return known;
  const numbers = new Uint32Array(SOBOL_BITS);
  const { polynomial, initial } = generatorOf(dimension);
  const degree = initial.length;
  initial.forEach((m, k) => {
    numbers[k] = m << (SOBOL_BITS - 1 - k);
  });
  if (degree === 0) {
    for (let k = 0; k < SOBOL_BITS; k++) numbers[k] = 1 << (SOBOL_BITS - 1 - k);
  }
  for (let k = degree; degree > 0 && k < SOBOL_BITS; k++) {
    const last = numbers[k - degree]!;
    let number = last ^ (last >>> degree);
    for (let j = 1; j < degree; j++) {
      if ((polynomial >>> (degree - 1 - j)) & 1) number ^= numbers[k - j]!;
    }
    numbers[k] = number;
  }
  kept[dimension] = numbers;
  return numbers;
}

const kept: Uint32Array[] = [];

interface Generator {
  /** The inner coefficients of the primitive polynomial, the highest power first. */
  readonly polynomial: number;
  /** m_1, m_2, …: as many as the polynomial's degree. */
  readonly initial: readonly number[];
}

function generatorOf(dimension: number): Generator {
  let place = dimension - 1;
  if (place < 0) return { polynomial: 0, initial: [] };
  for (const [index, { dimensions, bits }] of SOBOL_DIRECTIONS.entries()) {
    const degree = index + 1;
    if (place < dimensions) return unpack(bits, place, degree);
    place -= dimensions;
  }
  throw new RangeError(`There are no direction numbers of dimension ${dimension}.`);
}

function unpack(bits: string, place: number, degree: number): Generator {
  let at = (place * (degree - 1) * (degree + 2)) / 2;
  const take = (count: number): number => {
    let value = 0;
    for (const end = at + count; at < end; at++) {
      const digit = DIGITS.indexOf(bits.charAt(Math.floor(at / 6)));
      value = 2 * value + ((digit >>> (5 - (at % 6))) & 1);
    }
    return value;
  };
  const polynomial = take(degree - 1);
  const initial = Array.from({ length: degree }, (_, k) => 2 * take(k) + 1);
  return { polynomial, initial };
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
