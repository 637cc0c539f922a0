import type { TargetCase } from "../core/backtest/backtest-case.ts";
import { COVERAGE_LEVELS } from "../core/backtest/interval-coverage.ts";
import { baseRate } from "../core/backtest/rivals.ts";
import { backtestFindings } from "../core/format/backtest-findings.ts";
import { formatCount, formatNumber } from "../core/format/format-number.ts";
import { formatPercent } from "../core/format/format-probability.ts";
import { formatQuantity } from "../core/format/format-quantity.ts";
import { LEFT_OUT_REASONS } from "../core/format/left-out-reasons.ts";
import { formatBetter, formatDifference, scoreLines } from "../core/format/score-lines.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Language, Text } from "../core/text.ts";
import type { FinishedBacktest } from "./backtest-report.ts";
import { type TableRow, textTable } from "./text-table.ts";
import { cutText } from "./text-width.ts";

const LABEL_WIDTH = 34;

/** A backtest for reading in a terminal: what it says, the scores, every case. */
export function backtestTable(found: FinishedBacktest, language: Language): string {
  const { definition, origins, draws, seed, modelHash } = found;
  const facts: Text = {
    zh: `回测 · 每年 ${formatCount(draws)} 次抽样 · 种子 ${seed} · 模型 ${modelHash}`,
    en: `Backtest · ${formatCount(draws)} draws for each year · seed ${seed} · model ${modelHash}`,
  };
  const findings = backtestFindings(definition, found.backtest, origins, found.summary);
  return [
    `${definition.title[language]}\n${facts[language]}\n\n`,
    ...findings.map((finding) => `· ${finding[language]}\n`),
    "\n",
    textTable(scoreRows(found, language), ["left", "right", "right", "right", "right", "right"]),
    "\n",
    textTable(coverageRows(found, language), ["left", "right", "right", "right"]),
    "\n",
    textTable(quantityRows(found, language), ["left", "left", "right", "right", "right", "right"]),
    "\n",
    textTable(targetRows(found, language), ["left", "left", "left", "right", "right", "left"]),
    ...leftOutLines(found, language),
    ...notScoredLines(found, language),
  ].join("");
}

const row = (language: Language, ...texts: readonly Text[]): TableRow =>
  texts.map((text) => text[language]);

function scoreRows({ summary }: FinishedBacktest, language: Language): readonly TableRow[] {
  return [
    row(
      language,
      { zh: "分数（越低越好） · 对照", en: "Score (lower is better) · rival" },
      { zh: "模型", en: "Model" },
      { zh: "对照", en: "Rival" },
      { zh: "差 ± 标准误", en: "Difference ± se" },
      { zh: "胜出/案例", en: "Better/cases" },
      { zh: "年份", en: "Years" },
    ),
    ...scoreLines(summary).map(({ score, rival, comparison }) => [
      `${score[language]} · ${rival[language]}`,
      formatNumber(comparison.model, 3),
      formatNumber(comparison.rival, 3),
      formatDifference(comparison),
      formatBetter(comparison),
      String(comparison.years),
    ]),
  ];
}

function coverageRows({ summary }: FinishedBacktest, language: Language): readonly TableRow[] {
  return [
    row(
      language,
      { zh: "区间", en: "Interval" },
      { zh: "包住/案例", en: "Held/cases" },
      { zh: "比例", en: "Share" },
      { zh: "比例的95%区间", en: "95% interval of the share" },
    ),
    ...summary.coverage.map(({ level, covered, cases, interval95: [low, high] }) => [
      formatPercent(level),
      `${covered}/${cases}`,
      formatPercent(covered / cases),
      `${formatPercent(low)}–${formatPercent(high)}`,
    ]),
  ];
}

/** Label and unit of an input or indicator. */
function describe({ inputs, indicators }: Definition, id: string, language: Language) {
  const quantity = [...indicators, ...inputs].find((each) => each.id === id);
  const label = cutText(quantity?.label[language] ?? id, LABEL_WIDTH);
  const write = (value: number): string => formatQuantity(value, quantity?.unit ?? "1", language);
  return { label, write };
}

function quantityRows(found: FinishedBacktest, language: Language): readonly TableRow[] {
  const widest = COVERAGE_LEVELS.length - 1;
  return [
    row(
      language,
      { zh: "年份", en: "Year" },
      { zh: "量", en: "Quantity" },
      { zh: "实际", en: "Happened" },
      { zh: "中位数", en: "Median" },
      { zh: "90%区间", en: "90% interval" },
      { zh: "所处分位", en: "Fell at" },
    ),
    ...found.origins.flatMap(({ quantities }) =>
      quantities.map((each) => {
        const { label, write } = describe(found.definition, each.quantity, language);
        const [low, high] = each.intervals[widest] ?? [Number.NaN, Number.NaN];
        return [
          String(each.year),
          label,
          write(each.happened),
          write(each.median),
          `${write(low)} – ${write(high)}`,
          formatPercent(each.integral),
        ];
      }),
    ),
  ];
}

function targetRows(found: FinishedBacktest, language: Language): readonly TableRow[] {
  const outcome = ({ happened }: TargetCase): Text =>
    happened ? { zh: "达标", en: "hit" } : { zh: "未达标", en: "missed" };
  return [
    row(
      language,
      { zh: "年份", en: "Year" },
      { zh: "目标", en: "Target" },
      { zh: "计划口径", en: "Wording" },
      { zh: "胜算", en: "Odds" },
      { zh: "以往达标率", en: "Base rate" },
      { zh: "结果", en: "Outcome" },
    ),
    ...found.origins.flatMap(({ targets }) =>
      targets.map((each) => {
        const { label, write } = describe(found.definition, each.indicator, language);
        const { hits, cases } = each.earlier;
        return [
          String(each.year),
          label,
          cutText(each.target.wording?.[language] ?? "", LABEL_WIDTH),
          formatPercent(each.probability),
          `${formatPercent(baseRate(hits, cases))} (${hits}/${cases})`,
          `${outcome(each)[language]} (${write(each.value)})`,
        ];
      }),
    ),
  ];
}

function leftOutLines({ origins, definition }: FinishedBacktest, language: Language) {
  const all = origins.flatMap(({ leftOut }) => leftOut);
  if (all.length === 0) return [];
  const title: Text = { zh: "未能推算：", en: "Not foretold:" };
  return [
    `\n${title[language]}\n`,
    ...all.map(({ year, quantity, reason }) => {
      const { label } = describe(definition, quantity, language);
      return `  ${year}  ${label}: ${LEFT_OUT_REASONS[reason][language]}\n`;
    }),
  ];
}

function notScoredLines({ backtest, definition }: FinishedBacktest, language: Language) {
  if (backtest.notScored.length === 0) return [];
  const title: Text = { zh: "不评分：", en: "Not scored:" };
  return [
    `\n${title[language]}\n`,
    ...backtest.notScored.map(
      ({ quantity, reason }) =>
        `  ${describe(definition, quantity, language).label}: ${reason[language]}\n`,
    ),
  ];
}
