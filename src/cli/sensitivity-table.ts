import { driverWords } from "../core/format/driver-words.ts";
import { formatChange, formatCount, formatNumber } from "../core/format/format-number.ts";
import { formatProbability } from "../core/format/format-probability.ts";
import { type Driver, isClear, rankDrivers } from "../core/results/rank-drivers.ts";
import type { Estimate } from "../core/results/sensitivity.ts";
import type { Language, Text } from "../core/text.ts";
import type { FinishedSensitivity } from "./sensitivity-report.ts";
import { type TableRow, textTable } from "./text-table.ts";
import { cutText } from "./text-width.ts";

const SHOWN = 8;
const LABEL_WIDTH = 30;

const HEADINGS: readonly Text[] = [
  { zh: "假设", en: "Assumption" },
  { zh: "低位", en: "Low" },
  { zh: "高位", en: "High" },
  { zh: "低位时", en: "When low" },
  { zh: "高位时", en: "When high" },
  { zh: "差距（百分点）", en: "Difference, points" },
  { zh: "秩相关", en: "Rank corr." },
  { zh: "一阶指数", en: "Index" },
];

const SIDES = ["left", "left", "left", "right", "right", "right", "right", "right"] as const;

/** What drives each target, for reading in a terminal. `scenarioTitle` names the scenario. */
export function sensitivityTable(
  found: FinishedSensitivity,
  scenarioTitle: Text,
  language: Language,
): string {
  const { definition, sensitivity, seed, modelHash, targets } = found;
  const draws = formatCount(sensitivity.draws);
  const facts: Text = {
    zh: `情景：${scenarioTitle.zh} · ${draws} 次抽样 · 种子 ${seed} · 模型 ${modelHash}`,
    en: `Scenario: ${scenarioTitle.en} · ${draws} draws · seed ${seed} · model ${modelHash}`,
  };
  const rows: readonly TableRow[] = [
    HEADINGS.map((heading) => heading[language]),
    ...targets.flatMap((target) => targetRows(found, target, language)),
  ];
  return [
    `${definition.title[language]}\n${facts[language]}\n\n`,
    textTable(rows, SIDES),
    `\n${NOTE[language]}\n`,
  ].join("");
}

const NOTE: Text = {
  zh: "低位、高位各为约五分之一的抽样；± 后为标准误。* 只经相关性起作用。这些是关联，不等于单独的因果影响。",
  en: "Low and high are about a fifth of the draws each; standard errors behind ±. * Through correlation only.\nThese are associations, not effects of one cause alone.",
};

function targetRows(
  found: FinishedSensitivity,
  index: number,
  language: Language,
): readonly TableRow[] {
  const target = found.definition.targets[index];
  const summary = found.summary.targets[index];
  if (target === undefined || summary === undefined) return [];
  const drivers = rankDrivers(found.sensitivity, index).filter(isClear).slice(0, SHOWN);
  const none = language === "zh" ? "（没有超出抽样误差的）" : "(none beyond sampling error)";
  return [
    { heading: `${target.label[language]}  ${formatProbability(summary)}` },
    ...(drivers.length === 0
      ? [[none]]
      : drivers.map((driver) => driverRow(found, driver, language))),
  ];
}

function driverRow(
  { definition, program }: FinishedSensitivity,
  driver: Driver,
  language: Language,
): TableRow {
  const words = driverWords(definition, program, driver, language);
  const mark = driver.path === "correlation" ? " *" : "";
  const { value, standardError } = driver.change;
  return [
    cutText(words.label, LABEL_WIDTH) + mark,
    words.low,
    words.high,
    formatProbability(driver.low),
    formatProbability(driver.high),
    `${formatChange(value * 100, 1)} ±${formatNumber(standardError * 100, 1)}`,
    formatNumber(driver.rankCorrelation, 2),
    withError(driver.hitIndex),
  ];
}

const withError = ({ value, standardError }: Estimate): string =>
  Number.isNaN(value) ? "–" : `${formatNumber(value, 3)} ±${formatNumber(standardError, 3)}`;
