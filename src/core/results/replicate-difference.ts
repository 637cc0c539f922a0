import { LEAST_ERROR, replicateError } from "./replicate-estimate.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";

/**
 * The difference of two probabilities whose hits are masks over the first `draws` draws of the same
 * replicates, with its standard error: from how the difference scatters between replicates, of
 * `LEAST_ERROR` draws at least where any draw differs, and 0 where none does.
 */
export function differenceByReplicates(
  here: Uint32Array,
  there: Uint32Array,
  draws: number,
): { readonly difference: number; readonly standardError: number } {
  const thereHits = replicateHits([there], draws);
  const gained = replicateHits([here], draws).map(
    (hits, replicate) => hits - thereHits[replicate]!,
  );
  const difference = sum(gained) / draws;
  const sizes = replicateSizes(draws);
  const deviations = gained.map((net, replicate) => net - difference * sizes[replicate]!);
  const both = sum(replicateHits([here, there], draws));
  const agree = both === sum(thereHits) && sum(gained) === 0;
  const error = agree ? 0 : Math.max(LEAST_ERROR, replicateError(deviations));
  return { difference, standardError: error / draws };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
