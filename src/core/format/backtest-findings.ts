import type { Backtest } from "../backtest/backtest.ts";
import type { OriginCases } from "../backtest/backtest-case.ts";
import type { ScoreComparison } from "../backtest/compare-scores.ts";
import type { BacktestSummary, CoverageCount, OddsScores } from "../backtest/summarise-backtest.ts";
import type { Definition } from "../model/definition.ts";
import type { Text } from "../text.ts";
import { coverageVerdict, verdictOf } from "./backtest-verdicts.ts";
import { formatCountOf } from "./format-count-of.ts";
import { formatNumber } from "./format-number.ts";
import { formatPercent } from "./format-probability.ts";
import { formatDifference, RIVAL_LABELS } from "./score-lines.ts";

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
      `In ${formatCountOf(years, "year", "years")}, on what was known then, the model foretold`,
      `${formatCountOf(quantities.length, "outcome", "outcomes")} of ${formatCountOf(kinds, "quantity", "quantities")}`,
      `and ${formatCountOf(targets.length, "target", "targets")}${leftOut === 0 ? "" : `; ${leftOut} more could not be foretold`}.`,
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
    en: `Odds of ${formatCountOf(brier.cases, "target", "targets")}: Brier score ${model}, against ${other} for “${rival.en}” (lower is better): ${verdict.en}.`,
  };
}

function risesSentence({ brier }: OddsScores): Text {
  const verdict = verdictOf(brier);
  return {
    zh: `“比上年高还是低”的胜算（${brier.cases} 例）：Brier 分 ${formatNumber(brier.model, 3)}，一律 50% 为 0.250：${verdict.zh}。`,
    en: `Odds of a rise on the year before (${brier.cases} cases): Brier score ${formatNumber(brier.model, 3)}, against 0.250 for 50% always: ${verdict.en}.`,
  };
}
