import { BLOCK_DRAWS } from "./kernel.ts";
import { quickSelect } from "./quick-select.ts";

const BUCKETS = 256;
const bucketOfValue = new Uint8Array(BLOCK_DRAWS);
const ends = new Int32Array(BUCKETS + 1);
const sorted = new Float64Array(BLOCK_DRAWS);

/**
 * Makes a function that gives the value at a rank if the first `count` of `values` were sorted. They lie
 * between `min` and `max`, without NaN, and are reordered. Most of the work is done once: values are put
 * into 256 equal intervals, and only the one that holds the rank is searched.
 */
export function createRankSearch(
  values: Float64Array,
  count: number,
  min: number,
  max: number,
): (rank: number) => number {
  const perWidth = (BUCKETS - 1) / (max - min);
  if (count > BLOCK_DRAWS || !(perWidth < 1e300)) {
    return (rank) => quickSelect(values, 0, count - 1, rank);
  }
  const bucketOf = (value: number): number => ((value - min) * perWidth) | 0;
  ends.fill(0);
  for (let i = 0; i < count; i++) {
    const bucket = bucketOf(values[i]!);
    bucketOfValue[i] = bucket;
    ends[bucket + 1] = ends[bucket + 1]! + 1;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    ends[bucket + 1] = ends[bucket + 1]! + ends[bucket]!;
  }
  const starts = ends.slice();
  for (let i = 0; i < count; i++) {
    const bucket = bucketOfValue[i]!;
    const place = ends[bucket]!;
    ends[bucket] = place + 1;
    sorted[place] = values[i]!;
  }
  values.set(sorted.subarray(0, count));
  return (rank) => {
    // What stands there is of the right bucket already.
    const bucket = bucketOf(values[rank]!);
    return quickSelect(values, starts[bucket]!, starts[bucket + 1]! - 1, rank);
  };
}
