import { REPLICATES } from "../sampling/sampling-method.ts";
import { mergeMoments } from "./merge-moments.ts";
import type { ColumnTally, Tally, TargetTally } from "./tally.ts";

/**
 * The tally of adjacent ranges of draws, given in order. Counts and hits are exact; means and sums of
 * squares are associative up to rounding.
 *
 * Throws where there are no parts, parts do not adjoin, draws that are retained come after others, or they come
 * from different programs or seeds.
 */
export function mergeTallies(parts: readonly Tally[]): Tally {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("There are no tallies to merge.");
  if (others.length === 0) return first;
  requireAdjacent(parts);
  return {
    method: first.method,
    firstDraw: first.firstDraw,
    draws: parts.reduce((sum, { draws }) => sum + draws, 0),
    retained: parts.reduce((sum, { retained }) => sum + retained, 0),
    columns: mergeColumns(parts.map(({ columns }) => columns)),
    targets: mergeTargets(parts),
    setHits: first.setHits.map((hits, index) =>
      sumArrays(
        new Float64Array(hits.length),
        parts.flatMap((part) => part.setHits[index] ?? []),
      ),
    ),
    hitCounts: sumArrays(
      new Float64Array(first.hitCounts.length),
      parts.map(({ hitCounts }) => hitCounts),
    ),
  };
}

function requireAdjacent(parts: readonly Tally[]): void {
  const [first] = parts;
  let next = first?.firstDraw;
  let isWhole = true;
  for (const part of parts) {
    if (part.firstDraw !== next) {
      throw new RangeError(`Expected a tally from draw ${next} on, not from ${part.firstDraw}.`);
    }
    if (
      part.method !== first?.method ||
      part.columns.length !== first.columns.length ||
      part.targets.length !== first.targets.length ||
      part.setHits.length !== first.setHits.length
    ) {
      throw new RangeError("The tallies come from different programs or methods.");
    }
    if (part.retained > 0 && !isWhole) {
      throw new RangeError(`Draws before draw ${next} are not retained, but it is.`);
    }
    isWhole = part.retained === part.draws;
    next += part.draws;
  }
}

/** Merge columns; their histograms share one buffer. */
function mergeColumns(parts: readonly (readonly ColumnTally[])[]): readonly ColumnTally[] {
  const columns = parts[0] ?? [];
  const lengths = columns.map(({ histogram }) => histogram.counts.length);
  const counts = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  return columns.map((column, index) => {
    const end = start + column.histogram.counts.length;
    const same = parts.flatMap((part) => part[index] ?? []);
    const merged = mergeColumn(column, same, counts.subarray(start, end));
    start = end;
    return merged;
  });
}

function mergeColumn(
  first: ColumnTally,
  parts: readonly ColumnTally[],
  counts: Uint32Array,
): ColumnTally {
  const { whole, origin, width } = first.histogram;
  for (const { histogram } of parts) {
    const same = histogram.origin === origin && histogram.width === width;
    if (!same || histogram.counts.length !== counts.length) {
      throw new RangeError("The tallies come from different programs or seeds.");
    }
  }
  const { count, mean, m2 } = parts.slice(1).reduce(mergeMoments, first);
  return {
    count,
    mean,
    m2,
    min: parts.reduce((min, part) => Math.min(min, part.min), first.min),
    max: parts.reduce((max, part) => Math.max(max, part.max), first.max),
    histogram: {
      whole,
      origin,
      width,
      counts: sumCounts(
        counts,
        parts.map(({ histogram }) => histogram.counts),
      ),
    },
  };
}

/** `sum`, which is overwritten, as the sum of arrays of the same length. */
function sumArrays(sum: Float64Array, arrays: readonly Float64Array[]): Float64Array {
  sum.fill(0);
  for (const array of arrays) {
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + array[i]!;
  }
  return sum;
}

/** The same for histograms, four at a time: merging would else cost as much as computing some draws. */
function sumCounts(sum: Uint32Array, arrays: readonly Uint32Array[]): Uint32Array {
  const nothing = new Uint32Array(sum.length);
  sum.fill(0);
  for (let from = 0; from < arrays.length; from += 4) {
    const [a = nothing, b = nothing, c = nothing, d = nothing] = arrays.slice(from, from + 4);
    addFour(sum, a, b, c, d);
  }
  return sum;
}

function addFour(
  sum: Uint32Array,
  a: Uint32Array,
  b: Uint32Array,
  c: Uint32Array,
  d: Uint32Array,
): void {
  // Whole numbers of 32 bits are added as such, not as doubles.
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i]! + a[i]! + b[i]! + c[i]! + d[i]!) >>> 0;
}

/** Merge targets; their bits share one buffer, and so do their counts. */
function mergeTargets(parts: readonly Tally[]): readonly TargetTally[] {
  const targets = parts[0]?.targets ?? [];
  const tiers = targets.reduce((sum, { stretchHits }) => sum + (stretchHits ? 2 : 1), 0);
  const words = Math.ceil(parts.reduce((sum, { retained }) => sum + retained, 0) / 32);
  const bits = new Uint32Array(words * tiers);
  const counts = new Float64Array(REPLICATES * tiers);
  let [joined, counted] = [0, 0];
  const join = (masks: readonly Uint32Array[]): Uint32Array => {
    const out = bits.subarray(words * joined, words * ++joined);
    let draw = 0;
    masks.forEach((mask, part) => {
      appendBits(out, draw, mask);
      draw += parts[part]?.retained ?? 0;
    });
    return out;
  };
  const sum = (hits: readonly Float64Array[]): Float64Array =>
    sumArrays(counts.subarray(REPLICATES * counted, REPLICATES * ++counted), hits);
  return targets.map(({ stretchHits }, index) => {
    const same = parts.flatMap((part) => part.targets[index] ?? []);
    return {
      hits: join(same.map(({ hits }) => hits)),
      hitsByReplicate: sum(same.map(({ hitsByReplicate }) => hitsByReplicate)),
      ...(stretchHits && {
        stretchHits: join(same.flatMap((target) => target.stretchHits ?? [])),
        stretchByReplicate: sum(same.flatMap((target) => target.stretchByReplicate ?? [])),
      }),
      undefinedDraws: same.reduce((total, { undefinedDraws }) => total + undefinedDraws, 0),
    };
  });
}

/** Write the words of `source` from bit `start` of `out` on; bits of `source` beyond its draws are 0. */
function appendBits(out: Uint32Array, start: number, source: Uint32Array): void {
  const shift = start & 31;
  let word = Math.floor(start / 32);
  if (shift === 0) {
    out.set(source, word);
    return;
  }
  for (const bits of source) {
    out[word] = (out[word] ?? 0) | (bits << shift);
    word += 1;
    if (word < out.length) out[word] = (out[word] ?? 0) | (bits >>> (32 - shift));
  }
}
