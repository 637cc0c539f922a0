import type { RivalName } from "../backtest/backtest-case.ts";
import type { ScoreComparison } from "../backtest/compare-scores.ts";
import type { BacktestSummary } from "../backtest/summarise-backtest.ts";
import type { Text } from "../text.ts";
import { formatChange, formatNumber } from "./format-number.ts";

/** What the rivals are called. */
export const RIVAL_LABELS: Readonly<Record<RivalName | "baseRate" | "half", Text>> = {
  noChange: { zh: "照上年不变", en: "as last year" },
  pastMean: { zh: "历史均值", en: "the past mean" },
  baseRate: { zh: "以往达标率", en: "the base rate" },
  half: { zh: "一律 50%", en: "50% always" },
};

/** A line of the table of scores: a score of the model beside that of a rival. */
export interface ScoreLine {
  readonly id: string;
  readonly score: Text;
  readonly rival: Text;
  readonly comparison: ScoreComparison;
}

/** All scores that there are, against each rival. */
export function scoreLines({ crps, targets, rises }: BacktestSummary): readonly ScoreLine[] {
  const { noChange, pastMean, baseRate, half } = RIVAL_LABELS;
  const lines: readonly (Omit<ScoreLine, "comparison"> & Partial<ScoreLine>)[] = [
    { id: "crps-no-change", score: CRPS, rival: noChange, ...compared(crps.noChange) },
    { id: "crps-past-mean", score: CRPS, rival: pastMean, ...compared(crps.pastMean) },
    { id: "brier-rate", score: BRIER, rival: baseRate, ...compared(targets.baseRate?.brier) },
    { id: "brier-half", score: BRIER, rival: half, ...compared(targets.half?.brier) },
    { id: "log-rate", score: LOG, rival: baseRate, ...compared(targets.baseRate?.log) },
    { id: "log-half", score: LOG, rival: half, ...compared(targets.half?.log) },
    { id: "rises-half", score: RISES, rival: half, ...compared(rises?.brier) },
  ];
  return lines.flatMap(({ comparison, ...line }) =>
    comparison === undefined ? [] : [{ ...line, comparison }],
  );
}

const compared = (comparison: ScoreComparison | undefined) =>
  comparison === undefined ? {} : { comparison };

const CRPS: Text = { zh: "分布（CRPS）", en: "Distributions (CRPS)" };
const BRIER: Text = { zh: "目标胜算（Brier）", en: "Odds of targets (Brier)" };
const LOG: Text = { zh: "目标胜算（对数分）", en: "Odds of targets (log)" };
const RISES: Text = { zh: "比上年高（Brier）", en: "Odds of a rise (Brier)" };

/** A difference of mean scores with its standard error where there is one: `−0.12 ± 0.08`. */
export function formatDifference({ difference, standardError }: ScoreComparison): string {
  const change = formatChange(difference, 3);
  return Number.isNaN(standardError) ? change : `${change} ± ${formatNumber(standardError, 3)}`;
}

/** In how many cases the model's score was the better one: `14/20`, ties counting half. */
export const formatBetter = ({ better, cases }: ScoreComparison): string =>
  `${formatNumber(better, better % 1 === 0 ? 0 : 1)}/${cases}`;
