/** How many targets are hit together, over draws. */
export interface HitCountSummary {
  readonly mean: number;
  /** Central 80 %: smallest counts with at least 10 % and 90 % of draws at or below them. */
  readonly low: number;
  readonly high: number;
}

/** Summarises the probabilities of exactly k hits, k = 0..targets. */
export function summariseHitCount(probabilities: readonly number[]): HitCountSummary {
  const mean = probabilities.reduce((sum, probability, k) => sum + k * probability, 0);
  return { mean, low: quantile(probabilities, 0.1), high: quantile(probabilities, 0.9) };
}

function quantile(probabilities: readonly number[], share: number): number {
  let below = 0;
  for (const [k, probability] of probabilities.entries()) {
    below += probability;
    // Sums of shares of draws miss their exact value by rounding only.
    if (below >= share - 1e-9) return k;
  }
  return probabilities.length - 1;
}
