import { exp } from "../sampling/math.ts";
import { mergeMoments } from "./merge-moments.ts";
import type { WeightedColumn, WeightedEvent, WeightedTally } from "./weighted-tally.ts";

/**
 * The weighted tally of adjacent ranges of draws, given in order: weights become relative to the largest
 * likelihood of all. Throws where there are no parts, or parts do not adjoin.
 */
export function mergeWeightedTallies(parts: readonly WeightedTally[]): WeightedTally {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("There are no tallies to merge.");
  if (others.length === 0) return first;
  let next = first.firstDraw;
  for (const part of parts) {
    if (part.firstDraw !== next) {
      throw new RangeError(`Expected a tally from draw ${next} on, not from ${part.firstDraw}.`);
    }
    next += part.draws;
  }
  const peak = Math.max(...parts.map((part) => part.peak));
  const scales = parts.map((part) => (part.peak === peak ? 1 : exp(part.peak - peak)));
  return {
    method: first.method,
    firstDraw: first.firstDraw,
    draws: next - first.firstDraw,
    peak,
    total: mergeEvents(
      parts.map(({ total }) => total),
      scales,
    ),
    events: first.events.map((_, index) =>
      mergeEvents(
        parts.map(({ events }) => events[index]!),
        scales,
      ),
    ),
    hitCounts: sumOf(parts.map(({ hitCounts }) => hitCounts)),
    hitWeights: sumOf(
      parts.map(({ hitWeights }) => hitWeights),
      scales,
    ),
    columns: first.columns.map((_, index) =>
      mergeColumns(
        parts.map(({ columns }) => columns[index]!),
        scales,
      ),
    ),
  };
}

function mergeEvents(parts: readonly WeightedEvent[], scales: readonly number[]): WeightedEvent {
  return {
    hits: sumOf(parts.map(({ hits }) => hits)),
    weights: sumOf(
      parts.map(({ weights }) => weights),
      scales,
    ),
    squares: parts.reduce(
      (sum, { squares }, index) => sum + squares * scales[index]! * scales[index]!,
      0,
    ),
  };
}

function mergeColumns(parts: readonly WeightedColumn[], scales: readonly number[]): WeightedColumn {
  const [first] = parts as readonly [WeightedColumn];
  const weighted = parts.map(({ weighted: { count, mean, m2 } }, index) => {
    const scale = scales[index]!;
    return { count: count * scale, mean, m2: m2 * scale };
  });
  return {
    whole: first.whole,
    origin: first.origin,
    width: first.width,
    min: Math.min(...parts.map(({ min }) => min)),
    max: Math.max(...parts.map(({ max }) => max)),
    plain: parts.map(({ plain }) => plain).reduce(mergeMoments),
    weighted: weighted.reduce(mergeMoments),
    counts: sumOf(parts.map(({ counts }) => counts)),
    weights: sumOf(
      parts.map(({ weights }) => weights),
      scales,
    ),
  };
}

/** Σ scale · array, element by element; scales are 1 where none are given. */
function sumOf(arrays: readonly Float64Array[], scales?: readonly number[]): Float64Array {
  const sum = new Float64Array(arrays[0]?.length ?? 0);
  arrays.forEach((array, index) => {
    const scale = scales?.[index] ?? 1;
    for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + scale * array[k]!;
  });
  return sum;
}
