import { arcSine } from "./arc-sine.ts";
import { normalScoreCorrelation } from "./copula.ts";
import { studentRank, studentScoreCorrelation } from "./student-rank.ts";

/** The correlation of scores by which a copula gives a rank correlation; `df` are those of a t copula. */
export function scoreCorrelation(rank: number, df: number | undefined): number {
  return df === undefined ? normalScoreCorrelation(rank) : studentScoreCorrelation(rank, df);
}

/** The rank correlation that follows from a correlation of scores, −1 ≤ r ≤ 1: 6/π · asin(r/2) for a Gaussian copula. */
export function rankOfScores(r: number, df: number | undefined): number {
  return df === undefined ? 1.909859317102744 * arcSine(0.5 * r) : studentRank(r, df);
}
