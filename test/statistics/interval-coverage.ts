import { atLeastProbabilities } from "../../src/core/results/at-least-probabilities.ts";
import { summariseWeighted } from "../../src/core/results/conditional-summary.ts";
import { estimateHits } from "../../src/core/results/estimate-hits.ts";
import { pairDependences } from "../../src/core/results/pair-dependence.ts";
import { T_95 } from "../../src/core/results/replicate-estimate.ts";
import type { ProbabilityEstimate } from "../../src/core/results/summary.ts";
import { Z_95 } from "../../src/core/results/wilson-interval.ts";
import type { SamplingMethod } from "../../src/core/sampling/sampling-method.ts";
import { pairedChange } from "../../src/state/paired-change.ts";
import {
  EXACT_AFTER,
  EXACT_EXCESS,
  EXACT_GIVEN,
  EXACT_JOINT,
  EXACT_PROBABILITIES,
  EXACT_SHIFTED,
  EXACT_TWO_OF_THREE,
  LAST_THREE,
  runExactModel,
  TOGETHER,
  weighExactModel,
} from "./exact-model.ts";

/** How estimates of a known number did over many seeds. */
export interface Coverage {
  readonly what: string;
  /** Share of the seeds whose 95 % interval held the truth. */
  readonly covered: number;
  /** Root mean square of the standard errors that were stated, over that of the true errors. */
  readonly errorRatio: number;
  /** Root mean square of the true errors. */
  readonly trueError: number;
}

interface Estimated {
  readonly what: string;
  readonly truth: number;
  readonly estimate: ProbabilityEstimate;
}

/** Repeat runs of the exact model over seeds 1, 2, … and compare their intervals with the truth. */
export function measureCoverage(
  method: SamplingMethod,
  draws: number,
  seeds: number,
): readonly Coverage[] {
  return coverageOf(seeds, (seed) => estimatesOf(method, draws, seed));
}

/** The same for odds given a reading, and how it changes them. */
export function measureWeightedCoverage(
  method: SamplingMethod,
  draws: number,
  seeds: number,
): readonly Coverage[] {
  return coverageOf(seeds, (seed) => weightedEstimatesOf(method, draws, seed));
}

function coverageOf(
  seeds: number,
  estimates: (seed: number) => readonly Estimated[],
): readonly Coverage[] {
  const sums = new Map<string, { covered: number; stated: number; true: number }>();
  for (let seed = 1; seed <= seeds; seed++) {
    for (const { what, truth, estimate } of estimates(seed)) {
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
    trueError: Math.sqrt(sum.true / seeds),
  }));
}

function estimatesOf(method: SamplingMethod, draws: number, seed: number): readonly Estimated[] {
  const tally = runExactModel(method, draws, seed);
  const targets = tally.targets.map(({ hitsByReplicate }, index) => ({
    what: `target ${index}`,
    truth: EXACT_PROBABILITIES[index] ?? Number.NaN,
    estimate: estimateHits(hitsByReplicate, tally),
  }));
  const [, , two, three] = atLeastProbabilities(tally, LAST_THREE);
  const pair = pairDependences(tally);
  const independent = pair(7, 8).jGivenI?.probability;
  const { excess, jGivenI: given } = pair(...TOGETHER);
  const change = pairedChange(runExactModel(method, draws, seed, true), tally, 0);
  if (!two || !three || !independent || !given || !change) {
    throw new Error("Targets are missing, or the condition was never met.");
  }
  const around = (value: number, standardError: number) =>
    intervalAround(method, value, standardError);
  const changed = around(change.difference, change.standardError);
  return [
    ...targets,
    { what: "two of three", truth: EXACT_TWO_OF_THREE, estimate: two },
    { what: "all of three", truth: EXACT_JOINT, estimate: three },
    { what: "one given another", truth: 0.5, estimate: independent },
    { what: "given one it belongs to", truth: EXACT_GIVEN, estimate: given.probability },
    {
      what: "change by a hit",
      truth: EXACT_GIVEN - 0.5,
      estimate: around(given.change.value, given.change.standardError),
    },
    {
      what: "excess of both",
      truth: EXACT_EXCESS,
      estimate: around(excess.value, excess.standardError),
    },
    { what: "change between scenarios", truth: EXACT_SHIFTED - 0.5, estimate: changed },
  ];
}

function weightedEstimatesOf(
  method: SamplingMethod,
  draws: number,
  seed: number,
): readonly Estimated[] {
  const summary = summariseWeighted(weighExactModel(method, draws, seed));
  if (summary === undefined) throw new Error("No draw fits the reading.");
  return EXACT_AFTER.flatMap(([target, truth]) => {
    const { after, change } = summary.events[target]!;
    const { difference, standardError } = change;
    const before = EXACT_PROBABILITIES[target]!;
    return [
      { what: `target ${target} after`, truth, estimate: after },
      {
        what: `change of target ${target}`,
        truth: truth - before,
        estimate: intervalAround(method, difference, standardError),
      },
    ];
  });
}

/** The interval at 95 % of an estimate that is told with its standard error alone. */
function intervalAround(
  method: SamplingMethod,
  value: number,
  standardError: number,
): ProbabilityEstimate {
  const reach = (method === "monte-carlo" ? Z_95 : T_95) * standardError;
  return { probability: value, standardError, interval95: [value - reach, value + reach] };
}
