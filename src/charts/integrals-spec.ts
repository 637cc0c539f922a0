import { formatNumber } from "../core/format/format-number.ts";
import type { Language } from "../core/text.ts";
import { type BacktestFigures, backtestFrame } from "./backtest-figure.ts";
import type { Bin, ChartSpec } from "./chart-spec.ts";
import { probabilityAxis } from "./probability-axis.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** Where outcomes fell in their distributions: as often in each class, if these were right. */
export function integralsSpec(figures: BacktestFigures, language: Language): ChartSpec {
  const counts = figures.summary.integrals;
  const cases = counts.reduce((sum, count) => sum + count, 0);
  const expected = cases / counts.length;
  const zh = language === "zh";
  const outer = (counts[0] ?? 0) + (counts.at(-1) ?? 0);
  const classes = counts.map((count, index) => ({
    low: index / counts.length,
    high: (index + 1) / counts.length,
    count,
  }));
  const title = zh
    ? `${cases} 个结果中，${outer} 个落在所推算分布最低或最高的五分之一，应约为 ${formatNumber(2 * expected, 0)} 个`
    : `${outer} of ${cases} outcomes fell into the lowest or highest fifth of their distribution; about ${formatNumber(2 * expected, 0)} should have`;
  const subtitle = zh
    ? "实际结果在模型所给分布中的位置（概率积分变换）；分布恰当时各段大致一样高"
    : "Where outcomes fell in the model's distributions (probability integral transform); level where these are right";
  const label = zh
    ? `虚线：每段应有 ${formatNumber(expected, 1)} 个`
    : `Dashed: ${formatNumber(expected, 1)} expected in each`;
  const highest = Math.max(...counts, expected, 1);
  const count = { kind: "number", decimals: 0, unit: "" } as const;
  return {
    ...backtestFrame(figures, language, "backtest-integrals"),
    title,
    subtitle,
    footnote: zh
      ? "两端过高，说明区间太窄；中间过高，说明区间太宽；一边高，说明系统性偏高或偏低。同一年的结果相互牵连。"
      : "High ends mean intervals that are too narrow, a high middle ones that are too wide, one high side a bias. Outcomes of one year hang together.",
    alt: `${zh ? "直方图。" : "Histogram. "}${title}${zh ? "。" : ". "}${classes
      .map(({ low, high, count: n }) => `${percent(low)}–${percent(high)}: ${n}`)
      .join(zh ? "，" : ", ")}${zh ? "。" : "."}`,
    x: {
      ...probabilityAxis(""),
      label: zh ? "在分布中的位置" : "Place in the distribution",
      ticks: [...classes.map(({ low }) => low), 1].map((value) => ({
        value,
        label: percent(value),
      })),
    },
    y: {
      kind: "numeric",
      label: "",
      domain: [0, highest * 1.2],
      ticks: labelledTicks(niceScale(0, highest, 4)).filter(({ value }) => Number.isInteger(value)),
      grid: true,
      format: count,
    },
    layers: [
      {
        kind: "bins",
        name: zh ? "结果数" : "Outcomes",
        bins: classes.map(
          ({ low, high, count: height }): Bin => ({
            low,
            high,
            height,
            role: "neutral",
          }),
        ),
      },
      { kind: "rule", axis: "y", value: expected, label: "", color: "ink", dashed: true },
      { kind: "note", x: 1, y: highest * 1.1, text: label, color: "ink", anchor: "end" },
    ],
    legend: [],
    table: {
      columns: [
        { label: zh ? "自" : "From", format: { kind: "probability" } },
        { label: zh ? "至" : "To", format: { kind: "probability" } },
        { label: zh ? "结果数" : "Outcomes", format: count },
      ],
      rows: classes.map(({ low, high, count: n }) => [low, high, n]),
    },
  };
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
