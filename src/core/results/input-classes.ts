import { centre, gather, scatter, sumOfSquares } from "./column-sums.ts";

/** Classes of an input at most; a multiple of five, so that fifths are made of classes. */
const MOST_CLASSES = 20;
/** Draws per class at least, where there are enough for five classes. */
const CLASS_DRAWS = 80;
/** A value with at least this share of the draws keeps a fifth's bound in its place. */
const ATOM_SHARE = 0.01;

/** An input's draws in ascending order of its value, cut into classes of about equal size; tied values stay together. */
export interface InputClasses {
  /** The draws in ascending order of the input's value. */
  readonly order: Uint32Array;
  /** Positions in `order` at which classes begin, and the number of draws in it. */
  readonly cuts: readonly number[];
  /** Number of classes in the low fifth. */
  readonly lowClasses: number;
  /** The first class of the high fifth. */
  readonly highClass: number;
  /** Whether a fifth's bound lies at a value with many draws, and so is the same in every sample. */
  readonly isLowFixed: boolean;
  readonly isHighFixed: boolean;
  /** Class by draw; the number of classes for draws that are not in `order`. */
  readonly classOf: Uint8Array;
  /** By draw: rank, ties sharing their mean, minus the mean of all ranks; 0 for draws not in `order`. */
  readonly ranks: Float32Array;
  /** Sum of the squares of `ranks`. */
  readonly rankSquares: number;
  /** By draw: value minus the mean of its class; 0 for draws not in `order`. */
  readonly offsets: Float32Array;
  /** Sum of the squares of `offsets` by class. */
  readonly spreads: readonly number[];
}

/**
 * Rank an input's values and cut them. A cut that would part tied values moves to the nearest end of
 * ties that leaves draws on both sides (the lower of two equally near). The low fifth ends and the high
 * fifth begins at the cuts nearest to 1/5 and 4/5 of the draws: with two values each is a "fifth".
 *
 * `order` holds the draws to use, ascending by value. `undefined` where all values are equal.
 */
export function cutIntoClasses(values: Float64Array, order: Uint32Array): InputClasses | undefined {
  const ordered = gather(values, order);
  const bounds = tieBounds(ordered);
  if (bounds.length < 3) return undefined;
  const count = order.length;
  const parts = 5 * Math.min(MOST_CLASSES / 5, Math.max(1, Math.floor(count / (5 * CLASS_DRAWS))));
  const nearest = (part: number): number => nearestInside(bounds, (part * count) / parts);
  const inner = Array.from({ length: parts - 1 }, (_, k) => nearest(k + 1));
  const cuts = [...new Set([0, ...inner, count])];
  const lowEnd = nearest(parts / 5);
  const highStart = nearest((4 * parts) / 5);
  const ranks = centredRanks(bounds);
  for (const [c, start] of cuts.slice(0, -1).entries()) centre(ordered, start, cuts[c + 1]);
  return {
    order,
    cuts,
    lowClasses: cuts.indexOf(lowEnd),
    highClass: cuts.indexOf(highStart),
    isLowFixed: isAtAtom(bounds, lowEnd),
    isHighFixed: isAtAtom(bounds, highStart),
    classOf: classByDraw(order, cuts, values.length),
    ranks: scatter(ranks, order, values.length),
    rankSquares: sumOfSquares(ranks),
    offsets: scatter(ordered, order, values.length),
    spreads: cuts.slice(1).map((end, c) => sumOfSquares(ordered, cuts[c], end)),
  };
}

function classByDraw(order: Uint32Array, cuts: readonly number[], draws: number): Uint8Array {
  const classOf = new Uint8Array(draws).fill(cuts.length - 1);
  for (const [c, start] of cuts.slice(0, -1).entries())
    mark(classOf, order, start, cuts[c + 1]!, c);
  return classOf;
}

function mark(out: Uint8Array, order: Uint32Array, from: number, to: number, value: number): void {
  for (let k = from; k < to; k++) out[order[k]!] = value;
}

/** Ranks of ordered values whose ties lie between `bounds`, ties sharing their mean, minus the mean of all ranks. */
export function centredRanks(bounds: Uint32Array): Float64Array {
  const count = bounds.at(-1) ?? 0;
  const ranks = new Float64Array(count);
  for (let k = 0, tie = 0; k < count; k++) {
    if (k === bounds[tie + 1]) tie++;
    ranks[k] = (bounds[tie]! + bounds[tie + 1]! - count) / 2;
  }
  return ranks;
}

/** Positions in ascending values at which a new value begins, and the number of values. */
export function tieBounds(ordered: Float64Array): Uint32Array {
  const bounds = new Uint32Array(ordered.length + 1);
  let length = 0;
  let before = Number.NaN;
  for (let k = 0; k < ordered.length; k++) {
    const value = ordered[k]!;
    if (value !== before) bounds[length++] = k;
    before = value;
  }
  bounds[length] = ordered.length;
  return bounds.subarray(0, length + 1);
}

/** The bound nearest to a position, other than the first and the last. */
function nearestInside(bounds: Uint32Array, position: number): number {
  const last = bounds.length - 2;
  let above = 1;
  for (let size = last - 1; size > 0; ) {
    const half = size >> 1;
    if (bounds[above + half]! < position) {
      above += half + 1;
      size -= half + 1;
    } else size = half;
  }
  const below = Math.max(above - 1, 1);
  return position - bounds[below]! <= bounds[above]! - position ? bounds[below]! : bounds[above]!;
}

function isAtAtom(bounds: Uint32Array, cut: number): boolean {
  const at = bounds.indexOf(cut);
  const larger = Math.max(cut - (bounds[at - 1] ?? cut), (bounds[at + 1] ?? cut) - cut);
  return larger >= ATOM_SHARE * (bounds.at(-1) ?? 0);
}
