import { formatCount, formatNumber } from "../core/format/format-number.ts";
import { formatChosenPercent, formatPercent } from "../core/format/format-probability.ts";
import type { Language, Text } from "../core/text.ts";
import type { ChartPoint, ChartSpec } from "./chart-spec.ts";
import { fileParts, planSourceLine, provenanceLine } from "./figure-lines.ts";
import { probabilityAxis } from "./probability-axis.ts";
import type { RunResult } from "./run-result.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** A point of a frontier: what an effort brings, and how it is spent. */
export interface FrontierPoint {
  readonly effort: number;
  readonly probability: number;
  /** By lever, in its unit. */
  readonly shifts: readonly number[];
}

/** Odds against effort, as a goal seek found them. */
export interface Frontier {
  /** What is to come true, in words that stand within a sentence. */
  readonly goal: Text;
  readonly levers: readonly { readonly label: Text }[];
  /** By effort, ascending. */
  readonly points: readonly FrontierPoint[];
  /** The setting that was found, at `checkDraws`. */
  readonly found: FrontierPoint;
  readonly wanted: number;
  /** Draws of each point. */
  readonly draws: number;
  readonly checkDraws: number;
}

/** The odds of a goal against the effort spent on levers, with the setting found and the odds wanted. */
export function frontierSpec(result: RunResult, frontier: Frontier, language: Language): ChartSpec {
  const { points, found, wanted, levers } = frontier;
  const zh = language === "zh";
  const most = Math.max(found.effort, ...points.map(({ effort }) => effort), Number.MIN_VALUE);
  const [draws, checkDraws] = [formatCount(frontier.draws), formatCount(frontier.checkDraws)];
  const effort = { kind: "number", decimals: 2, unit: "" } as const;
  const probability = { kind: "probability" } as const;
  const title = finding(frontier, language);
  const subtitle = zh
    ? "横轴为努力（各政策变量移动量乘以费用之和），纵轴为概率；每一点是该努力下找到的最好设定"
    : "Across: effort (shifts of levers times their costs); upward: odds with the best setting found for it";
  return {
    id: "goal-seek-frontier",
    fileParts: fileParts([result], language, "goal-seek-frontier"),
    language,
    title,
    subtitle,
    source: planSourceLine(result.definition, language),
    provenance: provenanceLine([result], language),
    footnote: zh
      ? `曲线上每一点用 ${draws} 次抽样，圆点用 ${checkDraws} 次抽样复核，两者可略有出入。`
      : `Points of the curve rest on ${draws} draws each, the dot on ${checkDraws}: they may differ slightly.`,
    alt: `${title}${zh ? "。" : ". "}${subtitle}${zh ? "。" : "."}`,
    x: {
      kind: "numeric",
      label: zh ? "努力" : "Effort",
      domain: [0, most * 1.08],
      ticks: labelledTicks(niceScale(0, most * 1.08, 6)),
      grid: false,
      format: effort,
    },
    y: probabilityAxis(""),
    layers: [
      {
        kind: "area",
        name: zh ? "概率" : "Probability",
        color: "neutral",
        points: points.map(place),
      },
      { kind: "line", name: zh ? "概率" : "Probability", color: "ink", points: points.map(place) },
      {
        kind: "rule",
        axis: "y",
        value: wanted,
        label: zh ? `想要 ${formatChosenPercent(wanted)}` : `wanted ${formatChosenPercent(wanted)}`,
        color: "muted",
        dashed: true,
      },
      {
        kind: "dots",
        name: zh ? "所得设定" : "Setting found",
        color: "hit",
        shape: "circle",
        points: [{ ...place(found), label: formatPercent(found.probability), labelBelow: true }],
      },
    ],
    legend: [],
    table: {
      columns: [
        { label: zh ? "努力" : "Effort", format: effort },
        { label: zh ? "概率" : "Probability", format: probability },
        ...levers.map(({ label }) => ({
          label: label[language],
          format: { kind: "number", decimals: 3, unit: "" } as const,
        })),
      ],
      rows: points.map((point) => [point.effort, point.probability, ...point.shifts]),
    },
  };
}

const place = ({ effort, probability }: FrontierPoint): ChartPoint => ({
  x: effort,
  y: probability,
});

function finding({ goal, points, found, wanted }: Frontier, language: Language): string {
  const start = formatPercent(points[0]?.probability ?? Number.NaN);
  const effort = formatNumber(found.effort, 2);
  const odds = formatPercent(found.probability);
  if (found.probability >= wanted) {
    return language === "zh"
      ? `${goal.zh}达标：努力 ${effort}，概率由 ${start} 升到 ${odds}`
      : `Odds of ${goal.en}: an effort of ${effort} takes them from ${start} to ${odds}`;
  }
  return language === "zh"
    ? `${goal.zh}达标：概率由 ${start} 大致最多升到 ${odds}，够不到 ${formatChosenPercent(wanted)}`
    : `Odds of ${goal.en}: from ${start} to about ${odds} at best, short of ${formatChosenPercent(wanted)}`;
}
