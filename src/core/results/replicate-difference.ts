import { LEAST_ERROR, replicateError } from "./replicate-estimate.ts";

/**
 * The difference of two probabilities on the same draws, from the hits that one has more than the other in the
 * `sizes[r]` draws of each replicate r, with its standard error: from how the difference scatters between
 * replicates, of `LEAST_ERROR` draws at least where any draw differs, and 0 where none does.
 */
export function differenceByReplicates(
  gained: Float64Array,
  sizes: Float64Array,
  differs: boolean,
): { readonly difference: number; readonly standardError: number } {
  const draws = sum(sizes);
  const difference = sum(gained) / draws;
  const deviations = gained.map((net, replicate) => net - difference * sizes[replicate]!);
  const error = differs ? Math.max(LEAST_ERROR, replicateError(deviations)) : 0;
  return { difference, standardError: error / draws };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
