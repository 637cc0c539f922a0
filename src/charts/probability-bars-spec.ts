import { formatCount, formatNumber } from "../core/format/format-number.ts";
import { formatProbability } from "../core/format/format-probability.ts";
import type { ProbabilityEstimate, TargetSummary } from "../core/results/summary.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, ChartTable, Layer } from "./chart-spec.ts";
import { fileParts, planSourceLine, provenanceLine } from "./figure-lines.ts";
import { probabilityAxis } from "./probability-axis.ts";
import { type RunResult, targetSummary } from "./run-result.ts";
import { targetRows } from "./target-rows.ts";

function estimatePoint({ probability, interval95 }: ProbabilityEstimate, row: number): ChartPoint {
  return { x: probability, y: row, low: interval95[0], high: interval95[1] };
}

/**
 * All targets with their probabilities: a bar, a dot with its 95 % Wilson interval, and the number;
 * a ring marks the second tier where a target has one. In the order of the plan.
 */
export function probabilityBarsSpec(result: RunResult, language: Language): ChartSpec {
  const { definition, summary } = result;
  const rows = targetRows(definition, language);
  const inOrder = rows.map(({ id }) => targetSummary(result, id));
  const zh = language === "zh";
  const points = inOrder.map((estimate, row) => estimatePoint(estimate, row));
  const stretch = inOrder.flatMap((estimate, row) =>
    estimate.stretch === undefined ? [] : [estimatePoint(estimate.stretch, row)],
  );
  const name = zh ? "达标概率" : "Probability of hitting";
  return {
    id: "targets-probability",
    fileParts: fileParts([result], language, "targets-probability"),
    language,
    title: title(summary.targets, language),
    subtitle: zh
      ? `${formatCount(summary.draws)} 次模拟中各项目标的达标概率；细线为 95% 区间`
      : `Probability of each target in ${formatCount(summary.draws)} simulated cases; thin lines are 95% intervals`,
    source: planSourceLine(definition, language),
    provenance: provenanceLine([result], language),
    alt: altText(result, inOrder, language),
    x: probabilityAxis(""),
    y: { kind: "category", rows },
    layers: [
      { kind: "bars", name, color: "hit", points },
      {
        kind: "dots",
        name,
        color: "hit",
        shape: "circle",
        points: points.map((point, row) => ({ ...point, label: labelOf(inOrder[row]) })),
      },
      ...stretchLayer(stretch, language),
    ],
    legend:
      stretch.length === 0
        ? []
        : [
            { name, color: "hit", shape: "circle" },
            { name: zh ? "力争目标" : "Stretch target", color: "ink", shape: "ring" },
          ],
    table: table(result, inOrder, language),
  };
}

const labelOf = (estimate: TargetSummary | undefined) =>
  estimate === undefined ? "" : formatProbability(estimate);

function stretchLayer(points: readonly ChartPoint[], language: Language): Layer[] {
  if (points.length === 0) return [];
  const name = language === "zh" ? "力争目标" : "Stretch target";
  return [{ kind: "dots", name, color: "ink", shape: "ring", points }];
}

/** How many targets the plan can count on: the sum of their probabilities is the expected number of hits. */
function title(targets: readonly TargetSummary[], language: Language): string {
  const likely = targets.filter(({ probability }) => probability >= 0.5).length;
  const expected = targets.reduce((sum, { probability }) => sum + probability, 0);
  return language === "zh"
    ? `${targets.length} 项目标中 ${likely} 项达标的可能过半，预计达标 ${formatNumber(expected, 1)} 项`
    : `${likely} of ${targets.length} targets are more likely hit than missed; ${formatNumber(expected, 1)} hits expected`;
}

function altText(
  result: RunResult,
  estimates: readonly TargetSummary[],
  language: Language,
): string {
  const names = new Map(result.definition.targets.map(({ id, label }) => [id, label[language]]));
  const list = estimates.map((each) => `${names.get(each.id)} ${formatProbability(each)}`);
  return language === "zh"
    ? `条形图，各项目标的达标概率：${list.join("；")}。`
    : `Bar chart of the probability of each target: ${list.join("; ")}.`;
}

function table(
  { definition, summary }: RunResult,
  estimates: readonly TargetSummary[],
  language: Language,
): ChartTable {
  const probability = { kind: "probability" } as const;
  const words =
    language === "zh"
      ? ["目标", "计划口径", "达标概率", "95% 区间下限", "95% 区间上限", "力争目标概率"]
      : ["Target", "Plan wording", "Probability", "95% low", "95% high", "Stretch probability"];
  const targets = new Map(definition.targets.map((target) => [target.id, target]));
  const hasStretch = summary.targets.some(({ stretch }) => stretch !== undefined);
  const width = hasStretch ? 6 : 5;
  return {
    columns: words
      .slice(0, width)
      .map((label, index) => (index < 2 ? { label } : { label, format: probability })),
    rows: estimates.map((estimate) =>
      [
        targets.get(estimate.id)?.label[language],
        targets.get(estimate.id)?.wording[language],
        estimate.probability,
        estimate.interval95[0],
        estimate.interval95[1],
        estimate.stretch?.probability,
      ].slice(0, width),
    ),
  };
}
