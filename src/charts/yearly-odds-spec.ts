import { formatProbability } from "../core/format/format-probability.ts";
import type { Target } from "../core/model/definition.ts";
import { type YearlyOdds, yearlyOdds } from "../core/results/yearly-odds.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer } from "./chart-spec.ts";
import { fileParts, provenanceLine, sourceLine } from "./figure-lines.ts";
import { probabilityAxis } from "./probability-axis.ts";
import type { RunResult } from "./run-result.ts";
import { yearsAxis } from "./years-axis.ts";

/**
 * A target's probability by year: in its own year as the plan says, in the others if they were asked for the
 * same; of a target over several years, whether it holds for what has come about by then. `undefined` where
 * there is one year only. From a result whose targets were asked of every year.
 */
export function yearlyOddsSpec(
  result: RunResult,
  target: Target,
  language: Language,
): ChartSpec | undefined {
  const odds = yearlyOdds(result.definition, target, result.summary);
  if (odds.length < 2) return undefined;
  const name = language === "zh" ? "概率" : "Probability";
  const probability = { kind: "probability" } as const;
  return {
    id: `${target.id}-years`,
    fileParts: fileParts([result], language, `${target.id}-years`),
    language,
    title: finding(odds, target, language),
    subtitle: reading(target, language),
    source: sourceLine(result.definition, target.source, language),
    provenance: provenanceLine([result], language),
    alt: altText(odds, target, language),
    x: yearsAxis(
      odds.map(({ year }) => year),
      LABEL_ROOM,
    ),
    y: probabilityAxis(""),
    layers: dotLayers(odds, language),
    legend: [],
    table: {
      columns: [
        { label: language === "zh" ? "年份" : "Year" },
        { label: name, format: probability },
        { label: language === "zh" ? "95%区间下限" : "95 % interval, low", format: probability },
        { label: language === "zh" ? "95%区间上限" : "95 % interval, high", format: probability },
        { label: language === "zh" ? "问法" : "Asked" },
      ],
      rows: odds.map((each) => [
        String(each.year),
        each.probability,
        ...each.interval95,
        askedText(each, target, language),
      ]),
    },
  };
}

/** Behind the last year, in years. */
const LABEL_ROOM = 0.8;

const isOverYears = ({ cumulative, compounded }: Target): boolean =>
  cumulative !== undefined || compounded !== undefined;

/** What the probability of a year means. */
function askedText({ isOwn }: YearlyOdds, target: Target, language: Language): string {
  if (isOwn) return language === "zh" ? "计划所定年份" : "the plan's own year";
  if (isOverYears(target)) return language === "zh" ? "以截至当年的进度判断" : "judged by then";
  return language === "zh" ? "假如当年也按此要求" : "if asked of this year too";
}

function reading(target: Target, language: Language): string {
  const { period } = target;
  if (isOverYears(target)) {
    return language === "zh"
      ? `计划只在${period}年末考核；其余年份表示以截至当年末的进度，是否已经满足同一条线`
      : `The plan judges at the end of ${period}; the other years say whether what has come about by then already holds`;
  }
  return language === "zh"
    ? `计划只对${period}年提出此目标；其余年份表示假如当年也按同一条线要求的概率，不是计划的目标`
    : `The plan sets this target for ${period} only; the other years say how likely it would be if they were asked for the same`;
}

function dotLayers(odds: readonly YearlyOdds[], language: Language): Layer[] {
  const pointOf = (each: YearlyOdds): ChartPoint => ({
    x: each.year,
    y: each.probability,
    low: each.interval95[0],
    high: each.interval95[1],
    label: formatProbability(each),
    labelBelow: each.probability > 0.85,
    readout: `${each.year}${language === "zh" ? "：" : ": "}${formatProbability(each)}`,
  });
  const own = odds.filter(({ isOwn }) => isOwn).map(pointOf);
  const others = odds.filter(({ isOwn }) => !isOwn).map(pointOf);
  const path = odds.map(pointOf).map(({ x, y, readout }) => ({ x, y, readout: readout ?? "" }));
  return [
    { kind: "line", name: "", color: "muted", points: path, dashed: true },
    { kind: "dots", name: "", color: "muted", shape: "ring", points: others },
    { kind: "dots", name: "", color: "hit", shape: "circle", points: own },
  ];
}

function finding(odds: readonly YearlyOdds[], target: Target, language: Language): string {
  const own = odds.find(({ isOwn }) => isOwn);
  const share = own === undefined ? "–" : formatProbability(own);
  return language === "zh"
    ? `${target.label.zh}：${target.period}年达标概率 ${share}`
    : `${target.label.en}: ${share} chance in ${target.period}`;
}

function altText(odds: readonly YearlyOdds[], target: Target, language: Language): string {
  const list = odds.map(
    (each) => `${each.year} ${formatProbability(each)} (${askedText(each, target, language)})`,
  );
  return language === "zh"
    ? `逐年概率。${reading(target, language)}。${list.join("；")}。`
    : `Probability by year. ${reading(target, language)}. ${list.join("; ")}.`;
}
