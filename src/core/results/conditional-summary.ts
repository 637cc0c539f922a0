import { estimateProbability } from "./estimate-probability.ts";
import { estimateByReplicates } from "./replicate-estimate.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { ColumnTally } from "./tally.ts";
import {
  effectiveDraws,
  type WeightedChange,
  weightedChange,
  weightedEstimate,
} from "./weighted-estimate.ts";
import type { WeightedColumn, WeightedEvent, WeightedTally } from "./weighted-tally.ts";

/** A probability before and after something was observed. */
export interface ConditionalEstimate {
  readonly before: ProbabilityEstimate;
  readonly after: ProbabilityEstimate;
  readonly change: WeightedChange;
}

/** A run before and after something was observed. */
export interface ConditionalSummary {
  readonly draws: number;
  /** Number of independent draws that the weights are worth (Kish), ≥ 1. */
  readonly effectiveDraws: number;
  /** How far the likeliest draw is from the observations: √Σ ((x − v) / sd)². */
  readonly nearest: number;
  /** Targets in the order of the program, then the sets that were asked for. */
  readonly events: readonly ConditionalEstimate[];
  /** Probability of exactly k hits, k = 0..targets. */
  readonly hitCount: { readonly before: readonly number[]; readonly after: readonly number[] };
  /** In the order of the program's columns, as tallies of so many draws that rounding does not matter. */
  readonly columns: readonly { readonly before: ColumnTally; readonly after: ColumnTally }[];
}

/** What observations say; `undefined` where no draw could have been observed. */
export function summariseWeighted(tally: WeightedTally): ConditionalSummary | undefined {
  const { draws, total, method, peak } = tally;
  const weight = total.weights.reduce((sum, each) => sum + each, 0);
  if (weight === 0) return undefined;
  return {
    draws,
    effectiveDraws: effectiveDraws(total),
    nearest: Math.sqrt(-2 * peak),
    events: tally.events.map((event) => ({
      before: plainEstimate(event, tally),
      after: weightedEstimate(event, total, method),
      change: weightedChange(event, total, method),
    })),
    hitCount: {
      before: Array.from(tally.hitCounts, (count) => count / draws),
      after: Array.from(tally.hitWeights, (each) => each / weight),
    },
    columns: tally.columns.map((column) => ({
      before: asTally(column, column.counts, column.plain, 1),
      after: asTally(column, column.weights, column.weighted, WORTH / weight),
    })),
  };
}

/** The number of draws that a weighted column is written as: counts stay below 2^32. */
const WORTH = 2 ** 31;

function plainEstimate({ hits }: WeightedEvent, tally: WeightedTally): ProbabilityEstimate {
  if (tally.method !== "monte-carlo") return estimateByReplicates(hits, tally.total.hits);
  return estimateProbability(
    hits.reduce((sum, each) => sum + each, 0),
    tally.draws,
  );
}

/** A column's tally with counts that are `scale` times some sums. */
function asTally(
  { whole, origin, width, min, max }: WeightedColumn,
  sums: Float64Array,
  moments: WeightedColumn["plain"],
  scale: number,
): ColumnTally {
  const counts = Uint32Array.from(sums, (sum) => Math.round(sum * scale));
  const count = counts.reduce((sum, each) => sum + each, 0);
  const variance = moments.count > 0 ? moments.m2 / moments.count : 0;
  const histogram = { whole, origin, width, counts };
  return { count, mean: moments.mean, m2: variance * count, min, max, histogram };
}
