import type { Sample } from "./sample.ts";

/** A rank correlation from a sample, and what became of it. */
export interface CorrelationEstimate {
  /** Years in which both series have values. */
  readonly years: readonly number[];
  /** Spearman's rank correlation of the sample. */
  readonly raw: number;
  /** Weight of zero: the estimate is (1 − shrinkage) · raw. */
  readonly shrinkage: number;
  readonly rank: number;
}

/** Fewer years than this give no correlation. */
export const LEAST_PAIRS = 5;
/** Fewer years than this are few, and to be told so. */
export const FEW_PAIRS = 10;

/** Ranks with mean 0 and variance 1 (dividing by n − 1), equal values sharing their mean rank. */
function standardRanks(values: readonly number[]): readonly number[] {
  const ranks = values.map(
    (value) =>
      values.filter((other) => other < value).length +
      values.filter((other) => other === value).length / 2,
  );
  const mean = values.length / 2;
  const squares = ranks.reduce((sum, rank) => sum + (rank - mean) * (rank - mean), 0);
  const sd = Math.sqrt(squares / (values.length - 1));
  return ranks.map((rank) => (rank - mean) / sd);
}

/** The correlation of the ranks of a pair, and the variance of that estimate. */
function rankPair({ y, columns: [x = []] }: Sample): { raw: number; variance: number } {
  const [a, b] = [standardRanks(y), standardRanks(x)];
  const n = y.length;
  const products = a.map((value, i) => value * (b[i] ?? Number.NaN));
  const mean = products.reduce((sum, product) => sum + product, 0) / n;
  const squares = products.reduce((sum, w) => sum + (w - mean) * (w - mean), 0);
  return { raw: (n / (n - 1)) * mean, variance: (n / (n - 1) / (n - 1) / (n - 1)) * squares };
}

/**
 * Rank correlations of pairs of series, all shrunk towards zero by the one weight that minimises the expected
 * squared error: Σ Var(r) / Σ r², at most 1. Undefined for a pair one of whose series does not vary.
 * Source: Schäfer and Strimmer (2005), Statistical Applications in Genetics and Molecular Biology 4, table 2
 * (target D with unit variances), applied to ranks.
 * @param samples with one predictor each and at least `LEAST_PAIRS` years
 */
export function estimateCorrelations(
  samples: readonly Sample[],
): readonly (CorrelationEstimate | undefined)[] {
  const pairs = samples.map(rankPair);
  const known = pairs.filter(({ raw }) => Number.isFinite(raw));
  const squares = known.reduce((sum, { raw }) => sum + raw * raw, 0);
  const variance = known.reduce((sum, pair) => sum + pair.variance, 0);
  const shrinkage = variance < squares ? variance / squares : 1;
  return pairs.map(({ raw }, i) => {
    if (!Number.isFinite(raw)) return undefined;
    return { years: samples[i]?.years ?? [], raw, shrinkage, rank: (1 - shrinkage) * raw };
  });
}
