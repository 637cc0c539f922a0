/** A score of one case under the model and under a rival; lower is better. */
export interface ScorePair {
  /** Cases of one year share their shocks, so they are one piece of evidence rather than several. */
  readonly year: number;
  readonly model: number;
  readonly rival: number;
}

/** How a model's scores compare with a rival's over the same cases. */
export interface ScoreComparison {
  readonly cases: number;
  readonly years: number;
  readonly model: number;
  readonly rival: number;
  /** 1 − model/rival: 1 is perfect, 0 as good as the rival, negative worse. NaN where the rival's score is 0. */
  readonly skill: number;
  /** Mean of model − rival: negative where the model is better. */
  readonly difference: number;
  /** Of the difference, from the sums of each year; NaN below two years. */
  readonly standardError: number;
  /** Cases in which the model's score was lower, a tie counting half. */
  readonly better: number;
}

/**
 * Compare the mean scores of paired cases; undefined where there are none. The standard error takes the cases of a
 * year as one cluster: √(C/(C − 1) Σ_c (Σ_{i∈c} (dᵢ − d̄))²)/n, as in Liang and Zeger (1986), Biometrika 73, 13-22.
 */
export function compareScores(pairs: readonly ScorePair[]): ScoreComparison | undefined {
  if (pairs.length === 0) return undefined;
  const mean = (of: (pair: ScorePair) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const difference = mean((pair) => pair.model - pair.rival);
  const byYear = new Map<number, number>();
  for (const { year, model, rival } of pairs) {
    byYear.set(year, (byYear.get(year) ?? 0) + (model - rival - difference));
  }
  const years = byYear.size;
  const squares = [...byYear.values()].reduce((sum, total) => sum + total * total, 0);
  const model = mean((pair) => pair.model);
  const rival = mean((pair) => pair.rival);
  return {
    cases: pairs.length,
    years,
    model,
    rival,
    skill: rival === 0 ? Number.NaN : 1 - model / rival,
    difference,
    standardError:
      years < 2 ? Number.NaN : Math.sqrt((squares * years) / (years - 1)) / pairs.length,
    better: pairs.reduce((sum, pair) => sum + betterBy(pair), 0),
  };
}

const betterBy = ({ model, rival }: ScorePair): number => {
  if (model === rival) return 0.5;
  return model < rival ? 1 : 0;
};
