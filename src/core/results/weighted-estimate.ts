import type { SamplingMethod } from "../sampling/sampling-method.ts";
import { LEAST_ERROR, replicateError, T_95 } from "./replicate-estimate.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { WeightedEvent } from "./weighted-tally.ts";
import { wilsonInterval, Z_95 } from "./wilson-interval.ts";

/** A change of a probability, with the standard error of the difference on the same draws. */
export interface WeightedChange {
  readonly difference: number;
  readonly standardError: number;
}

/** Number of independent draws that weights are worth: (Σ w)² / Σ w² (Kish 1965, Survey Sampling, 11.2); 0 for none. */
export function effectiveDraws({ weights, squares }: WeightedEvent): number {
  const sum = sumOf(weights);
  return squares > 0 ? (sum * sum) / squares : 0;
}

/**
 * The probability of an event under self-normalised weights, Σ w h / Σ w, by the delta method: of independent
 * draws the standard error is √Σ w² (h − p)² / Σ w (Owen 2013, Monte Carlo theory, methods and examples, 9.3);
 * of methods with replicates it follows from how Σ w (h − p) scatters between them. It counts as `LEAST_ERROR`
 * effective draws at least, as without weights. The interval is Wilson's for as many independent draws as have
 * that standard error. `total` must have some weight.
 */
export function weightedEstimate(
  event: WeightedEvent,
  total: WeightedEvent,
  method: SamplingMethod,
): ProbabilityEstimate {
  const weight = sumOf(total.weights);
  const hit = sumOf(event.weights);
  const probability = Math.min(1, hit / weight);
  const effective = effectiveDraws(total);
  const isPlain = method === "monte-carlo";
  const quantile = isPlain ? Z_95 : T_95;
  if (hit === 0 || hit === weight) {
    const interval95 = wilsonInterval(probability * effective, effective, quantile);
    const standardError = (interval95[1] - interval95[0]) / (2 * quantile);
    return { probability, standardError, interval95 };
  }
  const error = isPlain
    ? plainError(event, total, probability) / weight
    : replicateError(event.weights.map((w, r) => w - probability * total.weights[r]!)) / weight;
  const least = LEAST_ERROR / effective;
  const standardError = Math.max(error, least);
  const worth = (probability * (1 - probability)) / (standardError * standardError);
  // Draws of next to no weight leave p(1 − p) far below the least error, which says nothing of what they are worth.
  const independent = error < least ? Math.max(worth, effective) : worth;
  return {
    probability,
    standardError,
    interval95: wilsonInterval(probability * independent, independent, quantile),
  };
}

/** How much weights change the probability of an event, with the error that both probabilities share taken out. */
export function weightedChange(
  event: WeightedEvent,
  total: WeightedEvent,
  method: SamplingMethod,
): WeightedChange {
  const weight = sumOf(total.weights);
  const draws = sumOf(total.hits);
  const after = sumOf(event.weights) / weight;
  const before = sumOf(event.hits) / draws;
  const error =
    method === "monte-carlo"
      ? plainChangeError(event, total, before, after)
      : replicateError(
          event.weights.map(
            (w, r) =>
              (w - after * total.weights[r]!) / weight -
              (event.hits[r]! - before * total.hits[r]!) / draws,
          ),
        );
  return {
    difference: after - before,
    standardError: Math.max(error, LEAST_ERROR / effectiveDraws(total)),
  };
}

/** √Σ w² (h − p)². */
function plainError(event: WeightedEvent, total: WeightedEvent, p: number): number {
  const missed = Math.max(0, total.squares - event.squares);
  return Math.sqrt(event.squares * (1 - p) * (1 - p) + missed * p * p);
}

/** √Σ (w (h − p) / Σ w − (h − q) / n)² for q before and p after. */
function plainChangeError(
  event: WeightedEvent,
  total: WeightedEvent,
  q: number,
  p: number,
): number {
  const weight = sumOf(total.weights);
  const draws = sumOf(total.hits);
  const hit = sumOf(event.weights);
  const crossed = hit * (1 - p) * (1 - q) + (weight - hit) * p * q;
  const error = plainError(event, total, p) / weight;
  const variance = error * error - (2 * crossed) / (weight * draws) + (q * (1 - q)) / draws;
  return Math.sqrt(Math.max(0, variance));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
