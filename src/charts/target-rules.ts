import { closeFigures } from "../core/format/close-figures.ts";
import { formatPercent, formatProbability } from "../core/format/format-probability.ts";
import type { Language } from "../core/text.ts";
import type { Layer } from "./chart-spec.ts";
import { boundaries } from "./cumulative.ts";
import type { AxisWriter } from "./target-axis.ts";
import { ruleText, type TargetView } from "./target-view.ts";

type Rule = Extract<Layer, { kind: "rule" }>;

/** The target in the plan's words and as the rule that was tested, e.g. `目标：增长8%左右（≥ 7.5%）`. */
export function targetLabel(
  { target, region, isMargin }: TargetView,
  language: Language,
  write: AxisWriter,
): string {
  const wording = closeFigures(target.wording[language]);
  if (language === "zh") {
    return isMargin ? `目标：${wording}` : `目标：${wording}（${ruleText(region, write.line)}）`;
  }
  return isMargin ? `Target: ${wording}` : `Target: ${wording} (${ruleText(region, write.line)})`;
}

function shareTexts({ estimate }: TargetView, language: Language) {
  const hit = formatProbability(estimate);
  const [low, high] = estimate.interval95;
  const miss = formatProbability({
    probability: 1 - estimate.probability,
    interval95: [1 - high, 1 - low],
  });
  return language === "zh"
    ? { hit: `达标 ${hit}`, miss: `未达 ${miss}` }
    : { hit: `hit ${hit}`, miss: `miss ${miss}` };
}

/** The target's line with the shares on both sides of it; two lines for a band. */
export function targetRules(view: TargetView, language: Language, write: AxisWriter): Rule[] {
  const { region } = view;
  const shares = shareTexts(view, language);
  const hit = { text: shares.hit, color: "hit" } as const;
  const miss = { text: shares.miss, color: "miss" } as const;
  const [first = 0, second] = boundaries(region, view.column.histogram.whole);
  const hitAbove = region.kind === "band" || region.side === "above";
  const rule = { kind: "rule", axis: "x", color: "ink", dashed: false } as const;
  const main: Rule = {
    ...rule,
    value: first,
    label: targetLabel(view, language, write),
    sides: hitAbove ? { low: miss, high: hit } : { low: hit, high: miss },
  };
  return second === undefined ? [main] : [main, { ...rule, value: second, label: "" }];
}

/** The second tier's line, where the target has one on this axis. */
export function stretchRules(
  { stretchLine, estimate }: TargetView,
  language: Language,
  write: AxisWriter,
): Rule[] {
  if (stretchLine === undefined || estimate.stretch === undefined) return [];
  const share = formatProbability(estimate.stretch);
  const label =
    language === "zh"
      ? `力争 ${write.line(stretchLine)}：${share}`
      : `Stretch ${write.line(stretchLine)}: ${share}`;
  return [{ kind: "rule", axis: "x", value: stretchLine, label, color: "ink", dashed: true }];
}

/** The median's line. */
export function medianRule(
  { columnSummary }: TargetView,
  language: Language,
  write: AxisWriter,
): Rule {
  const median = write.value(columnSummary.p50);
  const label = language === "zh" ? `中位数 ${median}` : `median ${median}`;
  return { kind: "rule", axis: "x", value: columnSummary.p50, label, color: "muted", dashed: true };
}

/** What was observed afterwards, where it is to be shown. */
export function actualRules({ actual }: TargetView, language: Language, write: AxisWriter): Rule[] {
  if (actual === undefined) return [];
  const value = write.line(actual);
  const label = language === "zh" ? `实际 ${value}（事后公布）` : `actual ${value} (known later)`;
  return [{ kind: "rule", axis: "x", value: actual, label, color: "accent", dashed: false }];
}

/** The finding of a target's charts. */
export function targetFinding({ target, estimate }: TargetView, language: Language): string {
  const share = formatProbability(estimate);
  return language === "zh"
    ? `${target.label.zh}：达标概率 ${share}`
    : `${target.label.en}: ${share} chance of hitting the target`;
}

/** Draws in which the target is undefined or that lie beyond the chart, where there are any worth saying. */
export function leftOutNote(
  { estimate }: TargetView,
  draws: number,
  outside: number,
  language: Language,
): string | undefined {
  const undefinedShare = estimate.undefinedDraws / draws;
  const parts = [
    ...(outside >= 0.0005
      ? [
          language === "zh"
            ? `另有 ${formatPercent(outside, 1)} 的抽样在图的范围之外。`
            : `${formatPercent(outside, 1)} of draws lie beyond the chart.`,
        ]
      : []),
    ...(undefinedShare > 0
      ? [
          language === "zh"
            ? `${formatPercent(undefinedShare, 1)} 的抽样中该指标无定义，计为未达。`
            : `Undefined in ${formatPercent(undefinedShare, 1)} of draws, which count as misses.`,
        ]
      : []),
  ];
  return parts.length === 0 ? undefined : parts.join(language === "zh" ? "" : " ");
}
