import { LEAST_ERROR, replicateError } from "./replicate-estimate.ts";
import { replicateSizes } from "./replicate-hits.ts";
import type { Estimate } from "./sensitivity.ts";
import { sampledShapleyValues, shapleyValues, type Worth } from "./shapley.ts";

/** A change's share of the difference of a probability. */
export interface Contribution extends Estimate {
  /** The part of the standard error that comes from looking at some orders only; 0 where all count. */
  readonly orderError: number;
}

/**
 * Share the difference of a probability out to single changes.
 * @param hits for a set of changes, the number of hits by replicate among `draws` draws, on common random numbers
 * @param orders undefined: all of them; else pairs of an order and its reverse, two pairs at least
 */
export function attributeHits(
  changes: number,
  hits: Worth,
  draws: number,
  orders?: readonly (readonly number[])[],
): readonly Contribution[] {
  const sizes = replicateSizes(draws);
  if (orders === undefined) {
    return shapleyValues(changes, hits).map((share) => ({
      ...drawsEstimate(share, draws, sizes),
      orderError: 0,
    }));
  }
  const { shares, pairs } = sampledShapleyValues(changes, orders, hits);
  return shares.map((share, change) => {
    const { value, standardError } = drawsEstimate(share, draws, sizes);
    const means = pairs[change]!.map((pair) => sum(pair) / draws);
    const scatter = sum(means.map((mean) => (mean - value) * (mean - value)));
    const orderVariance = scatter / (means.length * (means.length - 1));
    return {
      value,
      standardError: Math.sqrt(standardError * standardError + orderVariance),
      orderError: Math.sqrt(orderVariance),
    };
  });
}

/** From how a share scatters between replicates, of `LEAST_ERROR` draws at least; 0 where nothing differs. */
function drawsEstimate(share: Float64Array, draws: number, sizes: Float64Array): Estimate {
  const value = sum(share) / draws;
  if (share.every((net) => net === 0)) return { value: 0, standardError: 0 };
  const deviations = share.map((net, replicate) => net - value * sizes[replicate]!);
  return { value, standardError: Math.max(LEAST_ERROR, replicateError(deviations)) / draws };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
