import { wilsonInterval } from "../results/wilson-interval.ts";
import type { OriginCases, QuantityCase, RivalName, TargetCase } from "./backtest-case.ts";
import { compareScores, type ScoreComparison } from "./compare-scores.ts";
import { COVERAGE_LEVELS } from "./interval-coverage.ts";
import { integralCounts } from "./probability-integral.ts";
import { brierScore, logScore } from "./probability-scores.ts";
import { type Forecast, type ReliabilityClass, reliabilityClasses } from "./reliability.ts";
import { baseRate } from "./rivals.ts";

/** How often a central interval held the outcome. */
export interface CoverageCount {
  /** Probability that it should have. */
  readonly level: number;
  readonly cases: number;
  readonly covered: number;
  /** Wilson's interval of the share, at 95 %, as if cases were independent. */
  readonly interval95: readonly [number, number];
  readonly years: number;
  /** Of the share, with the cases of a year as one cluster; NaN below two years. */
  readonly standardError: number;
}

/** Scores of odds against someone who knows less. */
export interface OddsScores {
  readonly brier: ScoreComparison;
  readonly log: ScoreComparison;
}

/** What a backtest comes to. A part without cases is undefined or empty. */
export interface BacktestSummary {
  readonly coverage: readonly CoverageCount[];
  /** Cases in equally wide classes of the probability integral. */
  readonly integrals: readonly number[];
  /** CRPS in units of the past spread of each series, so that quantities of all units can be averaged. */
  readonly crps: Readonly<Partial<Record<RivalName, ScoreComparison>>>;
  /** Odds of targets against the base rate known at each origin, and against 50 %. */
  readonly targets: { readonly baseRate?: OddsScores; readonly half?: OddsScores };
  /** Odds of a rise on the year before, against 50 %. */
  readonly rises?: OddsScores;
  readonly reliability: {
    readonly targets: readonly ReliabilityClass[];
    readonly rises: readonly ReliabilityClass[];
  };
}

/** Classes of the probability integral and of reliability: few, for there are few cases. */
export const BACKTEST_CLASSES = 5;

/** Sum up the cases of all origins. */
export function summariseBacktest(origins: readonly OriginCases[]): BacktestSummary {
  const quantities = origins.flatMap((origin) => origin.quantities);
  const targets = origins.flatMap((origin) => origin.targets);
  const rises = quantities.flatMap(({ year, rise }) => (rise ? [{ year, ...rise }] : []));
  const half = scoreOdds(targets, () => 0.5);
  const rate = scoreOdds(targets, ({ earlier }) => baseRate(earlier.hits, earlier.cases));
  const risesScore = scoreOdds(rises, () => 0.5);
  return {
    coverage: quantities.length === 0 ? [] : COVERAGE_LEVELS.map(coverageOf(quantities)),
    integrals: integralCounts(
      quantities.map(({ integral }) => integral),
      BACKTEST_CLASSES,
    ),
    crps: { ...crpsAgainst("noChange", quantities), ...crpsAgainst("pastMean", quantities) },
    targets: { ...(rate && { baseRate: rate }), ...(half && { half }) },
    ...(risesScore && { rises: risesScore }),
    reliability: {
      targets: reliabilityClasses(targets, BACKTEST_CLASSES),
      rises: reliabilityClasses(rises, BACKTEST_CLASSES),
    },
  };
}

const coverageOf =
  (quantities: readonly QuantityCase[]) =>
  (level: number, index: number): CoverageCount => {
    const held = quantities.map(({ year, happened, intervals }) => {
      const [low, high] = intervals[index] ?? [Number.NaN, Number.NaN];
      return { year, model: happened >= low && happened <= high ? 1 : 0, rival: level };
    });
    const covered = held.filter(({ model }) => model === 1).length;
    const cases = quantities.length;
    const { years = 0, standardError = Number.NaN } = compareScores(held) ?? {};
    return {
      ...{ level, cases, covered, years, standardError },
      interval95: wilsonInterval(covered, cases),
    };
  };

function crpsAgainst(
  name: RivalName,
  quantities: readonly QuantityCase[],
): Readonly<Partial<Record<RivalName, ScoreComparison>>> {
  const compared = compareScores(
    quantities.flatMap(({ year, crps, spread, rivals }) => {
      const rival = rivals[name];
      if (spread === undefined || rival === undefined) return [];
      return [{ year, model: crps / spread, rival: rival / spread }];
    }),
  );
  return compared === undefined ? {} : { [name]: compared };
}

function scoreOdds<T extends Forecast & Pick<TargetCase, "year">>(
  cases: readonly T[],
  rival: (each: T) => number,
): OddsScores | undefined {
  const compare = (score: (probability: number, happened: boolean) => number) =>
    compareScores(
      cases.map((each) => ({
        year: each.year,
        model: score(each.probability, each.happened),
        rival: score(rival(each), each.happened),
      })),
    );
  const brier = compare(brierScore);
  const log = compare(logScore);
  return brier === undefined || log === undefined ? undefined : { brier, log };
}
