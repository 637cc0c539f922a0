import { atLeastProbabilities } from "../../src/core/results/at-least-probabilities.ts";
import { estimateHits } from "../../src/core/results/estimate-hits.ts";
import { pairDependences } from "../../src/core/results/pair-dependence.ts";
import type { ProbabilityEstimate } from "../../src/core/results/summary.ts";
import type { SamplingMethod } from "../../src/core/sampling/sampling-method.ts";
import { pairedChange } from "../../src/state/paired-change.ts";
import {
  EXACT_JOINT,
  EXACT_PROBABILITIES,
  EXACT_SHIFTED,
  LAST_THREE,
  runExactModel,
} from "./exact-model.ts";

/** How estimates of a known number did over many seeds. */
export interface Coverage {
  readonly what: string;
  /** Share of the seeds whose 95 % interval held the truth. */
  readonly covered: number;
  /** Root mean square of the standard errors that were stated, over that of the true errors. */
  readonly errorRatio: number;
}

/** 97.5 % quantiles of the normal distribution and of Student's t with 15 degrees of freedom. */
const [Z, T] = [1.959963984540054, 2.131449545559323];

/** Repeat runs of the exact model over seeds 1, 2, … and compare their intervals with the truth. */
export function measureCoverage(
  method: SamplingMethod,
  draws: number,
  seeds: number,
): readonly Coverage[] {
  const sums = new Map<string, { covered: number; stated: number; true: number }>();
  for (let seed = 1; seed <= seeds; seed++) {
    for (const { what, truth, estimate } of estimatesOf(method, draws, seed)) {
      const { probability, standardError, interval95 } = estimate;
      const sum = sums.get(what) ?? { covered: 0, stated: 0, true: 0 };
      if (interval95[0] <= truth && truth <= interval95[1]) sum.covered += 1;
      sum.stated += standardError ** 2;
      sum.true += (probability - truth) ** 2;
      sums.set(what, sum);
    }
  }
  return [...sums].map(([what, sum]) => ({
    what,
    covered: sum.covered / seeds,
    errorRatio: Math.sqrt(sum.stated / sum.true),
  }));
}

interface Estimated {
  readonly what: string;
  readonly truth: number;
  readonly estimate: ProbabilityEstimate;
}

function estimatesOf(method: SamplingMethod, draws: number, seed: number): readonly Estimated[] {
  const tally = runExactModel(method, draws, seed);
  const targets = tally.targets.map(({ hitsByReplicate }, index) => ({
    what: `target ${index}`,
    truth: EXACT_PROBABILITIES[index] ?? Number.NaN,
    estimate: estimateHits(hitsByReplicate, tally),
  }));
  const joint = atLeastProbabilities(tally, LAST_THREE).at(-1);
  const conditional = pairDependences(tally)(7, 8).jGivenI?.probability;
  const change = pairedChange(runExactModel(method, draws, seed, true), tally, 0);
  if (joint === undefined || conditional === undefined || change === undefined) {
    throw new Error("Targets are missing, or the condition was never met.");
  }
  const reach = (method === "monte-carlo" ? Z : T) * change.standardError;
  const paired: ProbabilityEstimate = {
    probability: change.difference,
    standardError: change.standardError,
    interval95: [change.difference - reach, change.difference + reach],
  };
  return [
    ...targets,
    { what: "all of three", truth: EXACT_JOINT, estimate: joint },
    { what: "one given another", truth: 0.5, estimate: conditional },
    { what: "change between scenarios", truth: EXACT_SHIFTED - 0.5, estimate: paired },
  ];
}
