import { formatCount, formatNumber } from "../core/format/format-number.ts";
import { formatProbability } from "../core/format/format-probability.ts";
import type { Language } from "../core/text.ts";
import type { Bin, ChartSpec } from "./chart-spec.ts";
import { fileParts, planSourceLine, provenanceLine } from "./figure-lines.ts";
import type { RunResult } from "./run-result.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** The middle four fifths of a distribution of whole numbers: its 10 % and 90 % quantiles. */
export function middleRange(shares: readonly number[]): readonly [number, number] {
  const quantile = (p: number) => {
    let sum = 0;
    const index = shares.findIndex((share) => {
      sum += share;
      return sum >= p - 1e-12;
    });
    return index < 0 ? shares.length - 1 : index;
  };
  return [quantile(0.1), quantile(0.9)];
}

/** Distribution of the number of targets hit; the middle four fifths stand out. */
export function hitCountSpec(result: RunResult, language: Language): ChartSpec {
  const { definition, summary } = result;
  const shares = summary.hitCount;
  const targets = shares.length - 1;
  const mean = shares.reduce((sum, share, k) => sum + share * k, 0);
  const range = middleRange(shares);
  const shown = shownRange(shares);
  const zh = language === "zh";
  const title = zh
    ? `${targets} 项目标预计达标 ${formatNumber(mean, 1)} 项，八成可能在 ${range[0]}–${range[1]} 项之间`
    : `${formatNumber(mean, 1)} of ${targets} targets expected to be hit; four times in five between ${range[0]} and ${range[1]}`;
  const meanLabel = zh ? `平均 ${formatNumber(mean, 1)} 项` : `mean ${formatNumber(mean, 1)}`;
  const probability = { kind: "probability" } as const;
  return {
    id: "targets-hit-count",
    fileParts: fileParts([result], language, "targets-hit-count"),
    language,
    title,
    subtitle: subtitle(result, language),
    source: planSourceLine(definition, language),
    provenance: provenanceLine([result], language),
    alt: `${zh ? "直方图，达标项数的分布。" : "Histogram of the number of targets hit. "}${title}${zh ? "。" : ". "}${subtitle(result, language)}`,
    x: {
      kind: "numeric",
      label: zh ? "达标项数" : "Number of targets hit",
      domain: [shown[0] - 0.5, shown[1] + 0.5],
      ticks: labelledTicks(niceScale(shown[0], shown[1], 8)).filter(({ value }) =>
        Number.isInteger(value),
      ),
      grid: false,
      format: { kind: "number", decimals: 0, unit: zh ? "项" : "" },
    },
    y: shareAxis(shares),
    layers: [
      { kind: "bins", name: zh ? "达标项数" : "Targets hit", bins: bins(shares, shown, range) },
      { kind: "rule", axis: "x", value: mean, label: meanLabel, color: "ink", dashed: true },
    ],
    legend: [],
    table: {
      columns: [
        {
          label: zh ? "达标项数" : "Targets hit",
          format: { kind: "number", decimals: 0, unit: "" },
        },
        { label: zh ? "概率" : "Probability", format: probability },
      ],
      rows: shares.map((share, k) => [k, share]),
    },
  };
}

/** Numbers of hits that occur, with one empty place on either side. */
function shownRange(shares: readonly number[]): readonly [number, number] {
  const occurring = shares.flatMap((share, k) => (share > 0 ? [k] : []));
  const low = Math.max((occurring[0] ?? 0) - 1, 0);
  return [low, Math.min((occurring.at(-1) ?? 0) + 1, shares.length - 1)];
}

function bins(
  shares: readonly number[],
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Bin[] {
  return shares.slice(low, high + 1).map((height, index) => {
    const k = low + index;
    return { low: k - 0.5, high: k + 0.5, height, role: k >= from && k <= to ? "hit" : "neutral" };
  });
}

function shareAxis(shares: readonly number[]): ChartSpec["y"] {
  const highest = Math.max(...shares, Number.MIN_VALUE);
  const scale = niceScale(0, highest * 100, 4);
  return {
    kind: "numeric",
    label: "",
    domain: [0, highest * 1.06],
    ticks: labelledTicks(scale).map(({ value, label }) => ({
      value: value / 100,
      label: `${label}%`,
    })),
    grid: true,
    format: { kind: "probability" },
  };
}

function subtitle({ summary }: RunResult, language: Language): string {
  const binding = summary.joint.find(({ set }) => set === "binding");
  const all = summary.joint.find(({ set }) => set === "all");
  const draws = formatCount(summary.draws);
  const parts =
    language === "zh"
      ? [
          `${draws} 次模拟中达标项数的分布，有色部分为中间八成`,
          ...(binding ? [`约束性目标全部达标 ${formatProbability(binding)}`] : []),
          ...(all ? [`所有目标同时达标 ${formatProbability(all)}`] : []),
        ]
      : [
          `Number of targets hit in ${draws} simulated cases; in colour: the middle four fifths`,
          ...(binding ? [`all binding targets hit: ${formatProbability(binding)}`] : []),
          ...(all ? [`all targets together: ${formatProbability(all)}`] : []),
        ];
  return parts.join(language === "zh" ? "；" : "; ");
}
