import { firstDay, knownSeries } from "../model/known-series.ts";
import type { Program } from "../model/program.ts";
import type { Observation, Series } from "../model/series.ts";
import { totalHits } from "../results/estimate-hits.ts";
import type { Tally } from "../results/tally.ts";
import type { Backtest, PastTarget } from "./backtest.ts";
import type {
  LeftOut,
  LeftOutReason,
  OriginCases,
  QuantityCase,
  TargetCase,
} from "./backtest-case.ts";
import { crps } from "./crps.ts";
import { firstOutcomes } from "./first-outcomes.ts";
import { COVERAGE_LEVELS, centralInterval, orderedQuantile } from "./interval-coverage.ts";
import type { Origin } from "./origin.ts";
import { columnSample, distributionSample, type PredictiveSample } from "./predictive-sample.ts";
import { probabilityIntegral } from "./probability-integral.ts";
import { noChangeRival, pastMeanRival, pastMoments, RIVAL_MINIMUM } from "./rivals.ts";
import { targetOutcome } from "./target-outcome.ts";

/** The draws of an origin's model. */
export interface OriginRun {
  readonly program: Program;
  readonly tally: Tally;
}

/** What an origin is scored with. */
interface ScoringContext {
  readonly origin: Origin;
  readonly run: OriginRun;
  readonly backtest: Backtest;
  readonly observations: readonly Observation[];
  /** As known at the origin. */
  readonly known: Readonly<Record<string, Series>>;
}

/**
 * Hold an origin's draws against what happened. The distributions and odds depend on rows known at the origin alone;
 * `observations` are all rows, of which later ones say what happened and nothing else.
 */
export function scoreOrigin(
  origin: Origin,
  run: OriginRun,
  backtest: Backtest,
  observations: readonly Observation[],
): OriginCases {
  const known = knownSeries(observations, origin.day);
  const context: ScoringContext = { origin, run, backtest, observations, known };
  const quantities = backtest.scored.map((each) => scoreQuantity(each, context));
  const targets = origin.targets.map((target, index) => scoreTarget(target, index, context));
  const found = [...quantities, ...targets].filter((each) => each !== undefined);
  return {
    quantities: found.filter((each) => "crps" in each),
    targets: found.filter((each) => "earlier" in each),
    leftOut: found.filter((each) => "reason" in each),
  };
}

/** What would have been scored at an origin that the model could not be rewound to. */
export function leaveOutOrigin(
  year: number,
  backtest: Backtest,
  observations: readonly Observation[],
): OriginCases {
  const leftOut = backtest.scored.flatMap(({ quantity, series }): LeftOut[] =>
    outcomeOf(observations, series, year) === undefined
      ? []
      : [{ year, quantity, what: "quantity", reason: "unreadable" }],
  );
  const targets = backtest.targets.flatMap((target): LeftOut[] =>
    target.year !== year || target.indicator === undefined
      ? []
      : [{ year, quantity: target.indicator, what: "target", reason: "unreadable" }],
  );
  return { quantities: [], targets: [], leftOut: [...leftOut, ...targets] };
}

const outcomeOf = (observations: readonly Observation[], series: string, year: number) =>
  firstOutcomes(observations, series).find((row) => row.year === year);

function scoreQuantity(
  { quantity, series }: Backtest["scored"][number],
  context: ScoringContext,
): QuantityCase | LeftOut | undefined {
  const { origin, run, observations } = context;
  const { year } = origin;
  const outcome = outcomeOf(observations, series, year);
  if (outcome === undefined) return undefined;
  const leave = (reason: LeftOutReason): LeftOut => ({ year, quantity, what: "quantity", reason });
  if (firstDay(outcome.published) <= origin.day) return leave("known");
  const column = run.program.columns.findIndex(({ name }) => name === `${quantity}@${year}`);
  const tally = run.tally.columns[column];
  const sample = tally === undefined ? undefined : columnSample(tally);
  if (sample === undefined) return leave("undefined");
  const happened = outcome.value;
  return {
    year,
    quantity,
    series,
    happened,
    median: orderedQuantile(sample, 0.5),
    intervals: COVERAGE_LEVELS.map((level) => centralInterval(sample, level)),
    integral: probabilityIntegral(sample, happened, `${quantity}@${year}`),
    crps: crps(sample, happened),
    ...againstPast(sample, happened, year, context.known[series]),
  };
}

/** What the past of a series says beside the model. */
function againstPast(
  sample: PredictiveSample,
  happened: number,
  year: number,
  series: Series | undefined,
): Pick<QuantityCase, "pastValues" | "spread" | "rivals" | "rise"> {
  const past = (series?.points ?? []).filter((point) => point.year < year);
  const { sd } = pastMoments(past);
  const noChange = noChangeRival(past, year);
  const pastMean = pastMeanRival(past);
  const last = past.find((point) => point.year === year - 1)?.value;
  return {
    pastValues: past.length,
    ...(past.length >= RIVAL_MINIMUM && sd > 0 ? { spread: sd } : {}),
    rivals: {
      ...(noChange && { noChange: crps(distributionSample(noChange), happened) }),
      ...(pastMean && { pastMean: crps(distributionSample(pastMean), happened) }),
    },
    ...(last === undefined
      ? {}
      : {
          rise: {
            probability: sample.filter((value) => value > last).length / sample.length,
            happened: happened > last,
          },
        }),
  };
}

function scoreTarget(
  target: PastTarget,
  index: number,
  context: ScoringContext,
): TargetCase | LeftOut | undefined {
  const { origin, run, observations } = context;
  const { year } = origin;
  const outcomes = firstOutcomes(observations, target.series);
  const happened = targetOutcome(target, outcomes);
  const outcome = outcomes.find((row) => row.year === year);
  if (happened === undefined || outcome === undefined) return undefined;
  const indicator = target.indicator ?? "";
  const leave = (reason: LeftOutReason): LeftOut => ({
    year,
    quantity: indicator,
    what: "target",
    reason,
  });
  if (firstDay(outcome.published) <= origin.day) return leave("known");
  const tally = run.tally.targets[index];
  if (tally === undefined || tally.undefinedDraws === run.tally.draws) return leave("undefined");
  return {
    year,
    target,
    indicator,
    probability: totalHits(tally.hitsByReplicate) / run.tally.draws,
    happened,
    value: outcome.value,
    earlier: earlierTargets(context),
  };
}

/** Targets of earlier years, of this place and others, whose outcome was known at the origin. */
function earlierTargets({ origin, backtest, known }: ScoringContext): TargetCase["earlier"] {
  const outcomes = backtest.targets
    .filter(({ year }) => year < origin.year)
    .map((target) => targetOutcome(target, known[target.series]?.points ?? []))
    .filter((happened) => happened !== undefined);
  return { cases: outcomes.length, hits: outcomes.filter((happened) => happened).length };
}
