import type { Backtest } from "../backtest/backtest.ts";
import type { LeftOutReason, OriginCases, RivalName } from "../backtest/backtest-case.ts";
import type { ScoreComparison } from "../backtest/compare-scores.ts";
import type { BacktestSummary, CoverageCount, OddsScores } from "../backtest/summarise-backtest.ts";
import type { Definition } from "../model/definition.ts";
import type { Text } from "../text.ts";
import { formatChange, formatNumber } from "./format-number.ts";
import { formatPercent } from "./format-probability.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What the rivals are called. */
export const RIVAL_LABELS: Readonly<Record<RivalName | "baseRate" | "half", Text>> = {
  noChange: { zh: "照上年不变", en: "as last year" },
  pastMean: { zh: "历史均值", en: "the past mean" },
  baseRate: { zh: "以往达标率", en: "the base rate" },
  half: { zh: "一律 50%", en: "50% always" },
};

/** Why something that happened was not foretold. */
export const LEFT_OUT_REASONS: Readonly<Record<LeftOutReason, Text>> = {
  unreadable: {
    zh: "模型无法退回到这一年",
    en: "the model could not be rewound to this year",
  },
  undefined: {
    zh: "所依据的上年值或序列当时还没有公布",
    en: "a figure that it rests on had not been published",
  },
  known: {
    zh: "推算之日结果已经公布",
    en: "the outcome had been published already",
  },
};

/** Standard errors of fewer years say nothing. */
const FEWEST_YEARS = 5;

const tooFewYears = (years: number): Text => ({
  zh: `只有 ${years} 个年份，不足以下结论`,
  en: `${count(years, "year is", "years are")} too few to conclude anything`,
});

/** What a difference of scores is worth: clear where it exceeds two standard errors of enough years. */
export function verdictOf({ difference, standardError, years }: ScoreComparison): Text {
  if (years < FEWEST_YEARS) return tooFewYears(years);
  const isClear = Math.abs(difference) > 2 * standardError;
  if (difference === 0) return { zh: "不分高下", en: "no difference" };
  if (difference < 0) {
    return isClear
      ? { zh: "模型明显更好", en: "the model is clearly better" }
      : { zh: "模型略好，可能出于偶然", en: "the model is better, perhaps by chance" };
  }
  return isClear
    ? { zh: "模型明显更差", en: "the model is clearly worse" }
    : { zh: "模型略差，可能出于偶然", en: "the model is worse, perhaps by chance" };
}

/** A difference of mean scores with its standard error where there is one: `−0.12 ± 0.08`. */
export function formatDifference({ difference, standardError }: ScoreComparison): string {
  const change = formatChange(difference, 3);
  return Number.isNaN(standardError) ? change : `${change} ± ${formatNumber(standardError, 3)}`;
}

/** In how many cases the model's score was the better one: `14/20`, ties counting half. */
export const formatBetter = ({ better, cases }: ScoreComparison): string =>
  `${formatNumber(better, better % 1 === 0 ? 0 : 1)}/${cases}`;

/**
 * What a backtest says, in sentences, the most important first; the last one says how little a few cases prove.
 * Flattering or not: every score that there is gets its sentence.
 */
export function backtestFindings(
  definition: Definition,
  backtest: Backtest,
  origins: readonly OriginCases[],
  summary: BacktestSummary,
): readonly Text[] {
  const { crps, targets, rises } = summary;
  const widest = summary.coverage.at(-1);
  return [
    casesSentence(origins),
    ...(widest === undefined ? [] : [coverageSentence(widest)]),
    ...(["noChange", "pastMean"] as const).flatMap((name) => {
      const comparison = crps[name];
      return comparison === undefined ? [] : [crpsSentence(comparison, RIVAL_LABELS[name])];
    }),
    ...(["baseRate", "half"] as const).flatMap((name) => {
      const scores = targets[name];
      return scores === undefined ? [] : [targetsSentence(scores, RIVAL_LABELS[name])];
    }),
    ...(rises === undefined ? [] : [risesSentence(rises)]),
    hindsightSentence(definition, backtest),
    {
      zh: "案例少，同一年的结果又相互牵连：回测能发现大的偏差，不能证明概率准确。",
      en: "Cases are few, and those of one year hang together: a backtest can reveal large errors; it cannot prove the odds right.",
    },
  ];
}

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

/** What was not re-made at each origin, and so may owe something to hindsight. */
function hindsightSentence({ inputs, parameters }: Definition, { changes }: Backtest): Text {
  const uncertain = [...inputs, ...parameters].filter(
    ({ distribution }) => distribution.kind !== "constant",
  );
  const estimated = uncertain.filter(({ estimate }) => estimate !== undefined).length;
  const total = uncertain.length;
  const undone = new Set(changes.flatMap(({ change }) => ("name" in change ? [change.name] : [])));
  return {
    zh: `${total} 个不确定的假设和参数中，${estimated} 个按各年当时的数据重新估计，${undone.size} 个经改动以消除后见之明；其余判断和全部固定系数沿用原值，可能带有后见之明。`,
    en: `Of ${total} uncertain inputs and parameters, ${estimated} are estimated anew for each year and ${undone.size} are changed to undo hindsight; other judgements and all fixed coefficients stay as they are and may owe something to hindsight.`,
  };
}

function casesSentence(origins: readonly OriginCases[]): Text {
  const quantities = origins.flatMap((origin) => origin.quantities);
  const targets = origins.flatMap((origin) => origin.targets);
  const years = new Set([...quantities, ...targets].map(({ year }) => year)).size;
  const kinds = new Set(quantities.map(({ quantity }) => quantity)).size;
  const leftOut = origins.reduce((sum, origin) => sum + origin.leftOut.length, 0);
  return {
    zh: `${years} 个年份里，模型只凭当时已知的数据，推算了 ${kinds} 个量的 ${quantities.length} 个结果和 ${targets.length} 个目标${leftOut === 0 ? "" : `；另有 ${leftOut} 个因当时资料不足无法推算`}。`,
    en: [
      `In ${count(years, "year", "years")}, on what was known then, the model foretold`,
      `${count(quantities.length, "outcome", "outcomes")} of ${count(kinds, "quantity", "quantities")}`,
      `and ${count(targets.length, "target", "targets")}${leftOut === 0 ? "" : `; ${leftOut} more could not be foretold`}.`,
    ].join(" "),
  };
}

function coverageSentence(coverage: CoverageCount): Text {
  const { level, cases, covered } = coverage;
  const [name, share] = [formatPercent(level), formatPercent(covered / cases)];
  const verdict = coverageVerdict(coverage);
  return {
    zh: `${name} 区间包住了 ${cases} 个结果中的 ${covered} 个（${share}）：${verdict.zh}。`,
    en: `The ${name} intervals held ${covered} of ${cases} outcomes (${share}): ${verdict.en}.`,
  };
}

/** Whether a share of covered outcomes is clearly off, by both kinds of error. */
function coverageVerdict(coverage: CoverageCount): Text {
  const { level, cases, covered, years, standardError, interval95 } = coverage;
  if (years < FEWEST_YEARS) return tooFewYears(years);
  const isOutside = level < interval95[0] || level > interval95[1];
  const off = covered / cases - level;
  if (!isOutside || Math.abs(off) <= 2 * standardError) {
    return {
      zh: "与应有的比例没有明显出入",
      en: "not clearly off what they should hold",
    };
  }
  return off < 0
    ? { zh: "区间明显太窄", en: "they are clearly too narrow" }
    : { zh: "区间明显太宽", en: "they are clearly too wide" };
}

function crpsSentence(comparison: ScoreComparison, rival: Text): Text {
  const { cases, skill } = comparison;
  const size = formatPercent(Math.abs(skill));
  const verdict = verdictOf(comparison);
  return {
    zh: `分布的误差（CRPS）比“${rival.zh}”${skill < 0 ? "大" : "小"} ${size}（${cases} 例，差 ${formatDifference(comparison)} 个历史标准差）：${verdict.zh}。`,
    en: `The error of its distributions (CRPS) is ${size} ${skill < 0 ? "larger" : "smaller"} than that of “${rival.en}” (${cases} cases, difference ${formatDifference(comparison)} past standard deviations): ${verdict.en}.`,
  };
}

function targetsSentence({ brier }: OddsScores, rival: Text): Text {
  const [model, other] = [formatNumber(brier.model, 3), formatNumber(brier.rival, 3)];
  const verdict = verdictOf(brier);
  return {
    zh: `${brier.cases} 个目标的胜算：Brier 分 ${model}，“${rival.zh}”为 ${other}（越低越好）：${verdict.zh}。`,
    en: `Odds of ${count(brier.cases, "target", "targets")}: Brier score ${model}, against ${other} for “${rival.en}” (lower is better): ${verdict.en}.`,
  };
}

function risesSentence({ brier }: OddsScores): Text {
  const verdict = verdictOf(brier);
  return {
    zh: `“比上年高还是低”的胜算（${brier.cases} 例）：Brier 分 ${formatNumber(brier.model, 3)}，一律 50% 为 0.250：${verdict.zh}。`,
    en: `Odds of a rise on the year before (${brier.cases} cases): Brier score ${formatNumber(brier.model, 3)}, against 0.250 for 50% always: ${verdict.en}.`,
  };
}
