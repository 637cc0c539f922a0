import { REPLICATES } from "./sampling-method.ts";
import { encryptCounters, streamKey } from "./threefry.ts";

/** Stretches of dimensions, each of prime size: low dimensions, whose projections are the best, stay low. */
const STRETCHES = [
  { start: 0, size: 31 },
  { start: 31, size: 97 },
  { start: 128, size: 353 },
] as const;

/**
 * The dimension of the Sobol sequence that an input takes in each replicate. Among 481 dimensions there
 * are pairs whose first thousands of points lie badly in the plane, worse than random ones. So each
 * replicate deals the dimensions out anew, by a random affine map modulo the size of the stretch: no two
 * inputs meet badly in many replicates, and it does not matter which input comes first in a plan.
 *
 * 0 ≤ dimension < `SOBOL_DIMENSIONS`; different inputs get different dimensions.
 */
export function dealDimensions(seed: number, dimension: number): readonly number[] {
  const stretch = STRETCHES.find(({ start, size }) => dimension < start + size);
  if (stretch === undefined) throw new RangeError(`There is no dimension ${dimension} to deal.`);
  const { start, size } = stretch;
  const random = new Uint32Array(4 * REPLICATES);
  const key = streamKey(seed, "dimensions of the Sobol sequence");
  encryptCounters(key, Uint32Array.of(0, 0, start, 0), REPLICATES, random);
  return Array.from({ length: REPLICATES }, (_, replicate) => {
    const factor = 1 + (random[4 * replicate]! % (size - 1));
    const shift = random[4 * replicate + 1]! % size;
    return start + ((factor * (dimension - start) + shift) % size);
  });
}
