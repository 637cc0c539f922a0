import { formatCount } from "../core/format/format-number.ts";
import { formatInterval } from "../core/format/format-probability.ts";
import type { Language } from "../core/text.ts";
import type { Bin, ChartSpec, ChartTable } from "./chart-spec.ts";
import { fileParts, provenanceLine, sourceLine } from "./figure-lines.ts";
import { inReadingUnit } from "./in-reading-unit.ts";
import type { RunResult } from "./run-result.ts";
import { type AxisWriter, axisWriter, targetAxis } from "./target-axis.ts";
import { targetBins } from "./target-bins.ts";
import {
  actualRules,
  leftOutNote,
  medianRule,
  stretchRules,
  targetFinding,
  targetLabel,
  targetRules,
} from "./target-rules.ts";
import { type TargetView, targetView } from "./target-view.ts";

/** At most about so many bars, and seldom fewer than half as many. */
const BARS = 64;

/**
 * Histogram of a target's quantity with hit and missed draws apart, the target's line and the
 * median. Bars' areas are shares of all draws; the hit bars' area is the probability of hitting.
 * Where the threshold varies by draw, the axis is the margin to it and the line stands at 0.
 * `actual`, in the indicator's unit, marks what was observed afterwards.
 * Throws where the result has no such target.
 */
export function histogramSpec(
  result: RunResult,
  targetId: string,
  language: Language,
  actual?: number,
): ChartSpec {
  const view = inReadingUnit(targetView(result, targetId, actual), language);
  const { draws } = result.tally;
  const { bins, domain, outside } = targetBins(view, draws, BARS);
  const write = axisWriter(view, domain, language);
  const footnote = leftOutNote(view, draws, outside, language);
  const highest = Math.max(...bins.map(({ height }) => height), Number.MIN_VALUE);
  return {
    id: `${targetId}-histogram`,
    fileParts: fileParts([result], language, `${targetId}-histogram`),
    language,
    title: targetFinding(view, language),
    subtitle: subtitle(draws, language),
    source: sourceLine(result.definition, view.target.source, language),
    provenance: provenanceLine([result], language),
    ...(footnote === undefined ? {} : { footnote }),
    alt: altText(view, language, write),
    x: targetAxis(view, domain, language),
    y: {
      kind: "numeric",
      label: "",
      domain: [0, highest * 1.04],
      ticks: [],
      grid: false,
      format: { kind: "probability" },
    },
    layers: [
      { kind: "bins", name: language === "zh" ? "抽样分布" : "Draws", bins },
      medianRule(view, language, write),
      ...stretchRules(view, language, write),
      ...actualRules(view, language, write),
      ...targetRules(view, language, write),
    ],
    legend: [],
    table: binTable(bins, targetAxis(view, domain, language).format, language),
  };
}

function subtitle(draws: number, language: Language): string {
  return language === "zh"
    ? `${formatCount(draws)} 次模拟的分布；实色为达标，斜纹为未达，面积即概率`
    : `Distribution of ${formatCount(draws)} simulated cases; solid: hit, hatched: miss; area is probability`;
}

function altText(view: TargetView, language: Language, write: AxisWriter): string {
  const { p5, p50, p95 } = view.columnSummary;
  const interval = formatInterval(view.estimate.interval95);
  return language === "zh"
    ? `直方图。${targetFinding(view, "zh")}（95% 区间 ${interval}）。${targetLabel(view, "zh", write)}。中位数 ${write.value(p50)}，九成抽样在 ${write.value(p5)} 与 ${write.value(p95)} 之间。`
    : `Histogram. ${targetFinding(view, "en")} (95% interval ${interval}). ${targetLabel(view, "en", write)}. Median ${write.value(p50)}; nine in ten draws lie between ${write.value(p5)} and ${write.value(p95)}.`;
}

function binTable(
  bins: readonly Bin[],
  format: ChartSpec["x"]["format"],
  language: Language,
): ChartTable {
  const words =
    language === "zh"
      ? { low: "下限", high: "上限", share: "抽样占比", role: "结果", hit: "达标", miss: "未达" }
      : {
          low: "From",
          high: "To",
          share: "Share of draws",
          role: "Outcome",
          hit: "hit",
          miss: "miss",
        };
  return {
    columns: [
      { label: words.low, format },
      { label: words.high, format },
      { label: words.share, format: { kind: "probability" } },
      { label: words.role },
    ],
    rows: bins.map(({ low, high, height, role }) => [
      low,
      high,
      height * (high - low),
      role === "hit" ? words.hit : words.miss,
    ]),
  };
}
