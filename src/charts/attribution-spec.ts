import { formatChange, formatCount } from "../core/format/format-number.ts";
import type { Contribution } from "../core/results/attribute-hits.ts";
import type { Language } from "../core/text.ts";
import type { ChartSpec, Layer, NumericAxis } from "./chart-spec.ts";
import { fileParts, planSourceLine, provenanceLine } from "./figure-lines.ts";
import type { RunResult } from "./run-result.ts";
import { labelledTicks, niceScale } from "./ticks.ts";

/** A change with its share. */
export interface AttributedChange extends Contribution {
  /** What is changed, and to what. */
  readonly label: string;
  readonly detail: string;
}

/** What the chart is about. */
export interface AttributionSubject {
  /** The two scenarios, the one to start from first. */
  readonly results: readonly [RunResult, RunResult];
  /** Stable name of the probability for files: a target's id or `joint`. */
  readonly id: string;
  /** What the probability is of, in words. */
  readonly label: string;
  readonly changes: readonly AttributedChange[];
  readonly draws: number;
  /** Pairs of orders looked at; undefined where all orders were. */
  readonly pairs: number | undefined;
}

const formatPoints = (difference: number): string => formatChange(difference * 100, 1);

/** Two-sided 95 % of the normal distribution. */
const Z_95 = 1.96;

/**
 * Which single changes make the difference of a probability between two scenarios, in percentage points:
 * Shapley values with 95 % intervals, the largest first. They add up to the difference.
 */
export function attributionSpec(subject: AttributionSubject, language: Language): ChartSpec {
  const { results, changes, id } = subject;
  const sorted = changes.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const total = changes.reduce((sum, { value }) => sum + value, 0);
  const zh = language === "zh";
  const [from, to] = results.map(({ provenance }) => provenance.scenario[language]);
  return {
    id: `${id}-attribution`,
    fileParts: fileParts(results, language, `${id}-attribution`),
    language,
    title: title(subject, sorted, total, language),
    subtitle: zh
      ? `从“${from}”到“${to}”，各项改动对达标概率之差的贡献（百分点），合计 ${formatPoints(total)}`
      : `From “${from}” to “${to}”: what each change adds to the difference, in percentage points; together ${formatPoints(total)}`,
    source: planSourceLine(results[0].definition, language),
    provenance: provenanceLine(results, language),
    footnote: method(subject, language),
    alt: altText(subject, sorted, total, language),
    x: axis(sorted, language),
    y: {
      kind: "category",
      rows: sorted.map(({ label, detail }, index) => ({ id: `${index} ${label}`, label, detail })),
    },
    layers: layers(sorted, language),
    legend: [],
    table: {
      columns: [
        { label: zh ? "改动" : "Change" },
        { label: zh ? "内容" : "What" },
        { label: zh ? "贡献（百分点）" : "Share (points)", format: POINTS },
        { label: zh ? "标准误" : "Standard error", format: POINTS },
      ],
      rows: sorted.map(({ label, detail, value, standardError }) => [
        label,
        detail,
        value * 100,
        standardError * 100,
      ]),
    },
  };
}

const POINTS = { kind: "number", decimals: 1, unit: "" } as const;

function layers(sorted: readonly AttributedChange[], language: Language): readonly Layer[] {
  const name = language === "zh" ? "贡献" : "Share";
  const side = (isGain: boolean): Layer[] => {
    const points = sorted.flatMap(({ value }, y) => {
      const x = value * 100;
      const [low, high] = [Math.min(0, x), Math.max(0, x)];
      return value !== 0 && value > 0 === isGain ? [{ x, y, low, high }] : [];
    });
    return [{ kind: "bars", name, color: isGain ? "hit" : "miss", points }];
  };
  const dots = sorted.map(({ value, standardError }, y) => ({
    x: value * 100,
    y,
    low: (value - Z_95 * standardError) * 100,
    high: (value + Z_95 * standardError) * 100,
    label: formatPoints(value),
  }));
  return [
    ...side(true),
    ...side(false),
    { kind: "rule", axis: "x", value: 0, label: "", color: "ink", dashed: false },
    { kind: "dots", name, color: "ink", shape: "circle", points: dots },
  ];
}

function axis(sorted: readonly AttributedChange[], language: Language): NumericAxis {
  const ends = sorted.flatMap(({ value, standardError }) => [
    (value - Z_95 * standardError) * 100,
    (value + Z_95 * standardError) * 100,
  ]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const slack = Math.max(0.5, (high - low) * 0.08);
  const domain = niceScale(low - slack, high + slack, 6).cover;
  return {
    kind: "numeric",
    label: language === "zh" ? "百分点" : "percentage points",
    domain,
    ticks: labelledTicks(niceScale(...domain, 6)),
    grid: true,
    format: { ...POINTS, unit: language === "zh" ? " 个百分点" : " points" },
  };
}

function title(
  { label }: AttributionSubject,
  [first]: readonly AttributedChange[],
  total: number,
  language: Language,
): string {
  const zh = language === "zh";
  if (first === undefined || first.value === 0) {
    return zh ? `${label}：两个情景没有差别` : `${label}: no difference between the two`;
  }
  const [sum, most] = [formatPoints(total), formatPoints(first.value)];
  return zh
    ? `${label}：相差 ${sum} 个百分点，影响最大的是“${first.label}”（${most}）`
    : `${label}: of ${sum} points, ${first.label} accounts for ${most}`;
}

function method({ draws, pairs }: AttributionSubject, language: Language): string {
  const [count, runs] = [formatCount(draws), formatCount(2 * (pairs ?? 0))];
  if (language === "zh") {
    const orders =
      pairs === undefined
        ? "改动的先后次序影响各自的贡献，这里对所有次序取平均（沙普利值）"
        : `改动的先后次序影响各自的贡献，这里对随机抽取的 ${runs} 种次序取平均（沙普利值的估计，误差已含次序抽样）`;
    return `${orders}；各次计算用同一组 ${count} 次抽样，细线为 95% 区间。`;
  }
  const orders =
    pairs === undefined
      ? "What a change adds depends on which came before it: this is the average over all orders (Shapley values)."
      : `What a change adds depends on which came before it: this is the average over ${runs} random orders (an estimate of Shapley values, with its error).`;
  return `${orders} All on the same ${count} draws; thin lines are 95% intervals.`;
}

function altText(
  { label }: AttributionSubject,
  sorted: readonly AttributedChange[],
  total: number,
  language: Language,
): string {
  const zh = language === "zh";
  const lines = sorted.map((each) => `${each.label} ${formatPoints(each.value)}`);
  return zh
    ? `条形图，${label}的达标概率之差（合计 ${formatPoints(total)} 个百分点）在各项改动间的分配。${lines.join("；")}。`
    : `Bar chart of what each change adds to the difference in ${label}, ${formatPoints(total)} points together. ${lines.join("; ")}.`;
}
