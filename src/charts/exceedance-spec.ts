import { formatProbability } from "../core/format/format-probability.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer } from "./chart-spec.ts";
import { boundaries, countBelow, pinnedKnots } from "./cumulative.ts";
import { fileParts, provenanceLine, sourceLine } from "./figure-lines.ts";
import { inReadingUnit } from "./in-reading-unit.ts";
import { probabilityAxis } from "./probability-axis.ts";
import type { RunResult } from "./run-result.ts";
import { type AxisWriter, axisWriter, targetAxis } from "./target-axis.ts";
import { displayRange } from "./target-bins.ts";
import {
  actualRules,
  leftOutNote,
  stretchRules,
  targetFinding,
  targetLabel,
} from "./target-rules.ts";
import { type TargetView, targetView } from "./target-view.ts";

/** Points along the curve. */
const POINTS = 160;

/** Whether the curve shows reaching x from above (P(X ≥ x)) or staying below it (P(X ≤ x)). */
function curveSide({ region, indicator }: TargetView): "above" | "below" {
  if (region.kind === "line") return region.side;
  return indicator.better === "higher" ? "above" : "below";
}

/**
 * The probability of reaching each level, P(X ≥ x), or of staying within it, P(X ≤ x), where lower
 * is better; the target's line crosses it at the probability of hitting.
 * `actual`, in the indicator's unit, marks what was observed afterwards.
 * Throws where the result has no such target.
 */
export function exceedanceSpec(
  result: RunResult,
  targetId: string,
  language: Language,
  actual?: number,
): ChartSpec {
  const view = inReadingUnit(targetView(result, targetId, actual), language);
  const { draws } = result.tally;
  const domain = displayRange(view);
  const points = curve(view, domain, draws);
  const write = axisWriter(view, domain, language);
  const x = targetAxis(view, domain, language);
  const footnote = leftOutNote(view, draws, 0, language);
  const name = curveName(curveSide(view), language);
  return {
    id: `${targetId}-exceedance`,
    fileParts: fileParts([result], language, `${targetId}-exceedance`),
    language,
    title: finding(view, language, write),
    subtitle: subtitle(curveSide(view), language),
    source: sourceLine(result.definition, view.target.source, language),
    provenance: provenanceLine([result], language),
    ...(footnote === undefined ? {} : { footnote }),
    alt: altText(view, language, write),
    x: { ...x, grid: true },
    y: probabilityAxis(""),
    layers: [
      { kind: "area", name, color: "neutral", points },
      { kind: "line", name, color: "ink", points },
      ...stretchRules(view, language, write),
      ...actualRules(view, language, write),
      ...crossings(view, points, language, write),
    ],
    legend: [],
    table: {
      columns: [
        { label: x.label, format: x.format },
        { label: name, format: { kind: "probability" } },
      ],
      rows: points.map((point) => [point.x, point.y]),
    },
  };
}

/** What is as likely as not, and what is nine times in ten. */
function finding(view: TargetView, language: Language, write: AxisWriter): string {
  const { p10, p50, p90 } = view.columnSummary;
  const above = curveSide(view) === "above";
  const [even, safe] = [write.value(p50), write.value(above ? p10 : p90)];
  const label = view.target.label[language];
  if (language === "zh") {
    const verb = above ? "达到" : "不超过";
    const name = view.isMargin ? `${label}（与目标线之差）` : label;
    return `${name}：五成可能${verb} ${even}，九成可能${verb} ${safe}`;
  }
  const bound = above ? "or more" : "or less";
  const name = view.isMargin ? `${label} (distance to the target)` : label;
  return `${name}: even odds of ${even} ${bound}, nine in ten for ${safe} ${bound}`;
}

function curve(
  view: TargetView,
  [low, high]: readonly [number, number],
  draws: number,
): ChartPoint[] {
  const hits = Math.round(view.estimate.probability * draws);
  const knots = pinnedKnots(view.column, view.region, hits);
  const { whole } = view.column.histogram;
  const lines = boundaries(view.region, whole);
  const regular = Array.from({ length: POINTS + 1 }, (_, k) => low + ((high - low) * k) / POINTS);
  const positions = [...new Set([...regular, ...lines])].sort((a, b) => a - b);
  const above = curveSide(view) === "above";
  return positions.map((x) => {
    const below = countBelow(knots, x);
    return { x, y: (above ? view.column.count - below : below) / draws };
  });
}

/** The target's line, and the dot where it meets the curve, labelled with the probability. */
function crossings(
  view: TargetView,
  points: readonly ChartPoint[],
  language: Language,
  write: AxisWriter,
): Layer[] {
  const rule = { kind: "rule", axis: "x", color: "ink", dashed: false } as const;
  const lines = boundaries(view.region, view.column.histogram.whole);
  const rules = lines.map((value, index) => ({
    ...rule,
    value,
    label: index === 0 ? targetLabel(view, language, write) : "",
  }));
  const crossing = view.region.kind === "line" ? points.find(({ x }) => x === lines[0]) : undefined;
  if (crossing === undefined) return rules;
  const share = formatProbability(view.estimate);
  const label = language === "zh" ? `达标 ${share}` : `hit ${share}`;
  const dot = { ...crossing, label, labelBelow: curveSide(view) === "below" };
  return [...rules, { kind: "dots", name: label, color: "hit", shape: "circle", points: [dot] }];
}

function curveName(side: "above" | "below", language: Language): string {
  if (language === "zh") return side === "above" ? "达到或超过的概率" : "不超过的概率";
  return side === "above" ? "Probability of at least this" : "Probability of at most this";
}

function subtitle(side: "above" | "below", language: Language): string {
  if (language === "zh") {
    return side === "above" ? "达到或超过横轴数值的概率" : "不超过横轴数值的概率";
  }
  return side === "above"
    ? "Probability of reaching the value on the axis or more"
    : "Probability of staying at or below the value on the axis";
}

function altText(view: TargetView, language: Language, write: AxisWriter): string {
  const { p10, p50, p90 } = view.columnSummary;
  return language === "zh"
    ? `概率曲线：${subtitle(curveSide(view), "zh")}。${targetFinding(view, "zh")}，${targetLabel(view, "zh", write)}。10%、50%、90% 分位数为 ${write.value(p10)}、${write.value(p50)}、${write.value(p90)}。`
    : `Curve: ${subtitle(curveSide(view), "en").toLowerCase()}. ${targetFinding(view, "en")}; ${targetLabel(view, "en", write)}. Quantiles at 10, 50 and 90 %: ${write.value(p10)}, ${write.value(p50)}, ${write.value(p90)}.`;
}
