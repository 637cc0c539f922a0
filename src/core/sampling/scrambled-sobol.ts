import { dealDimensions } from "./deal-dimensions.ts";
import { REPLICATES } from "./sampling-method.ts";
import { SOBOL_BITS, SOBOL_DIMENSIONS, sobolDirections } from "./sobol.ts";
import { encryptCounters, streamKey } from "./threefry.ts";
import type { UniformSource } from "./uniform-source.ts";

/**
 * Scrambled Sobol points: in each replicate, the 32 digits of a coordinate are multiplied by a random
 * lower-triangular binary matrix with ones on the diagonal and 52 rows, and a random shift is added,
 * all modulo 2 (Matoušek 1998, Journal of Complexity 14; Hong and Hickernell 2003, Algorithm 823, ACM
 * Transactions on Mathematical Software 29). A point is then uniform, nets stay nets, and the variance
 * is that of Owen's nested scrambling (Owen 2003, ACM Transactions on Modeling and Computer Simulation
 * 13), which would need a hash for each digit; a matrix is applied once, to the direction numbers.
 *
 * The 1 024 draws of an aligned tile hold 64 consecutive points of each of the 16 replicates. Their
 * coordinates are those of the first tile, exclusive-or one word of 52 bits for each replicate, so that
 * a uniform costs one such operation. Words stand in the layout of a double: with the exponent of 1,
 * (k + ½)/2^52 is the double less 1 − 2^-53, exactly.
 */

/** Draws of a tile. */
export const TILE = 1024;
/** Bits of a point's index that vary within a tile. */
const TILE_BITS = 6;
/** Told apart from the counters of plain draws, whose last word is 0. */
const COUNTER_TAG = 1;
const EXPONENT_OF_ONE = 0x3ff00000;
/** 1 − 2^-53. */
export const NEARLY_ONE = 1 - 1.1102230246251565e-16;

const doubles = new Float64Array(TILE);
const halves = new Int32Array(doubles.buffer);
doubles[0] = 1;
/** Where the high half of a double stands. */
const HIGH = halves[1] === EXPONENT_OF_ONE ? 1 : 0;

/** The points of an input, a tile at a time; pairs are the halves of a double as they stand in memory. */
export interface ScrambledTiles {
  /** The points of the first tile without shifts, a pair for each draw. */
  readonly tile: Int32Array;
  /**
   * What turns these into the points of a tile by number: a pair for each replicate in turn, by exclusive
   * or; the result is 1 + u − 2^-53. Overwritten by the next call.
   */
  offsetsOf(number: number): Int32Array;
}

/** What the uniforms of an input are made of; pairs as above. */
interface ScrambledDimension {
  readonly tile: Int32Array;
  /** Shift with exponent, a pair for each replicate. */
  readonly shifts: Int32Array;
  /** What a bit of the tile's number adds: a pair for each replicate. */
  columnsOf(bit: number): Int32Array;
}

/** Points kept between kernels, which mostly have the same inputs: those of all dimensions; some 15 kB each. */
const TILES_KEPT = SOBOL_DIMENSIONS;
const kept = new Map<string, ScrambledTiles>();

/**
 * The points of an input that takes a dimension of the sequence; see `scrambledSobolSource`. They are
 * made when they are first asked for.
 */
export function scrambledTiles(seed: number, stream: string, dimension: number): ScrambledTiles {
  const key = `${seed}/${dimension}/${stream}`;
  const tiles = kept.get(key) ?? makeTiles(seed, stream, dimension);
  kept.delete(key);
  kept.set(key, tiles);
  for (const oldest of kept.keys()) {
    if (kept.size <= TILES_KEPT) break;
    kept.delete(oldest);
  }
  return tiles;
}

function makeTiles(seed: number, stream: string, dimension: number): ScrambledTiles {
  const { tile, shifts, columnsOf } = scrambleDimension(seed, stream, dimension);
  const further: Int32Array[] = [];
  const offsets = new Int32Array(2 * REPLICATES);
  let current = -1;
  return {
    tile,
    offsetsOf(number) {
      if (number === current) return offsets;
      current = number;
      offsets.set(shifts);
      for (let bit = 0; bit < SOBOL_BITS - TILE_BITS; bit++) {
        if (((number >>> bit) & 1) === 0) continue;
        // Short runs never ask for most of them.
        const columns = further[bit] ?? columnsOf(bit);
        further[bit] = columns;
        for (let k = 0; k < 2 * REPLICATES; k++) offsets[k] = offsets[k]! ^ columns[k]!;
      }
      return offsets;
    },
  };
}

/**
 * The uniforms of an input that takes a coordinate of the points, 0 ≤ dimension < `SOBOL_DIMENSIONS`.
 * The scrambling belongs to the stream's name. Draws repeat from 2^36 on.
 */
export function scrambledSobolSource(
  seed: number,
  stream: string,
  dimension: number,
): UniformSource {
  const { tile, offsetsOf } = scrambledTiles(seed, stream, dimension);
  return (firstDraw, out) => {
    let number = Math.floor(firstDraw / TILE);
    let start = firstDraw - TILE * number;
    for (let filled = 0; filled < out.length; number++, start = 0) {
      const offsets = offsetsOf(number);
      const end = Math.min(TILE, start + out.length - filled);
      shiftTile(tile, offsets, 2 * start, 2 * end);
      copyUniforms(out, filled, start, end);
      filled += end - start;
    }
  };
}

/** To `halves`; apart from its caller, which engines would compile worse. */
function shiftTile(tile: Int32Array, offsets: Int32Array, from: number, to: number): void {
  for (let k = from; k < to; k++) halves[k] = tile[k]! ^ offsets[k & 31]!;
}

function copyUniforms(out: Float64Array, at: number, start: number, end: number): void {
  for (let draw = start; draw < end; draw++) out[at + draw - start] = doubles[draw]! - NEARLY_ONE;
}

function scrambleDimension(seed: number, stream: string, dimension: number): ScrambledDimension {
  const key = streamKey(seed, stream);
  const dimensions = dealDimensions(seed, dimension);
  const tile = new Int32Array(2 * TILE);
  const shifts = new Int32Array(2 * REPLICATES);
  const columns = new Int32Array(2 * TILE_BITS);
  const parts = Array.from({ length: REPLICATES }, (_, replicate) => {
    const matrix = new Uint32Array(2 * (SOBOL_BITS + 2));
    encryptCounters(key, Uint32Array.of(0, 0, replicate, COUNTER_TAG), matrix.length / 4, matrix);
    makeTriangular(matrix);
    return { directions: sobolDirections(dimensions[replicate]!), matrix };
  });
  parts.forEach(({ directions, matrix: random }, replicate) => {
    for (let bit = 0; bit < TILE_BITS; bit++) {
      scrambleDirection(directions[bit]!, random, columns, 2 * bit);
    }
    const pair = 2 * replicate;
    shifts[pair + HIGH] = EXPONENT_OF_ONE | (random[2 * SOBOL_BITS]! >>> 12);
    shifts[pair + 1 - HIGH] = random[2 * SOBOL_BITS + 1]!;
    for (let point = 1; point < TILE / REPLICATES; point++) {
      const rest = point & (point - 1);
      const bit = 31 - Math.clz32(point ^ rest);
      for (const half of [0, 1]) {
        const at = 2 * REPLICATES * point + pair + half;
        tile[at] = tile[2 * REPLICATES * rest + pair + half]! ^ columns[2 * bit + half]!;
      }
    }
  });
  return {
    tile,
    shifts,
    columnsOf(bit) {
      const all = new Int32Array(2 * REPLICATES);
      parts.forEach(({ directions, matrix }, replicate) => {
        scrambleDirection(directions[TILE_BITS + bit]!, matrix, all, 2 * replicate);
      });
      return all;
    },
  };
}

/**
 * Turn two random words for each of 32 columns into the columns of a lower-triangular matrix of 52 rows
 * with ones on the diagonal: the high 20 digits, the low 32.
 */
function makeTriangular(matrix: Uint32Array): void {
  for (let column = 0; column < 20; column++) {
    const digit = 0x80000 >>> column;
    matrix[2 * column] = digit | (matrix[2 * column]! & (digit - 1));
  }
  for (let column = 20; column < SOBOL_BITS; column++) {
    const digit = 0x80000000 >>> (column - 20);
    matrix[2 * column] = 0;
    matrix[2 * column + 1] = digit | (matrix[2 * column + 1]! & (digit - 1));
  }
}

/** A direction number multiplied by the matrix, a pair at a place of `out`. */
function scrambleDirection(
  direction: number,
  matrix: Uint32Array,
  out: Int32Array,
  place: number,
): void {
  let high = 0;
  let low = 0;
  for (let digits = direction | 0; digits !== 0; ) {
    const digit = Math.clz32(digits);
    digits &= ~(0x80000000 >>> digit);
    high ^= matrix[2 * digit]!;
    low ^= matrix[2 * digit + 1]!;
  }
  out[place + HIGH] = high;
  out[place + 1 - HIGH] = low;
}
