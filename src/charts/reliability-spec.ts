import type { ReliabilityClass } from "../core/backtest/reliability.ts";
import { formatPercent } from "../core/format/format-probability.ts";
import type { Language, Text } from "../core/text.ts";
import { type BacktestFigures, backtestFrame } from "./backtest-figure.ts";
import type { ChartSpec, ColorRole, DotShape, Layer } from "./chart-spec.ts";
import { probabilityAxis } from "./probability-axis.ts";

interface Group {
  readonly name: Text;
  readonly color: ColorRole;
  readonly shape: DotShape;
  readonly classes: readonly ReliabilityClass[];
}

/** What was said against what happened: dots near the diagonal are honest odds. Undefined without odds. */
export function reliabilitySpec(
  figures: BacktestFigures,
  language: Language,
): ChartSpec | undefined {
  const { targets, rises } = figures.summary.reliability;
  const groups: readonly Group[] = [
    {
      name: { zh: "目标达标", en: "Target hit" },
      color: "scenario-2",
      shape: "circle",
      classes: targets,
    },
    {
      name: { zh: "比上年高", en: "Rise on the year before" },
      color: "scenario-3",
      shape: "square",
      classes: rises,
    },
  ];
  const shown = groups.filter(({ classes }) => classes.length > 0);
  if (shown.length === 0) return undefined;
  const zh = language === "zh";
  const all = shown.flatMap(({ classes }) => classes);
  const within = all.filter(
    ({ meanProbability: p, interval95: [low, high] }) => low <= p && p <= high,
  ).length;
  const title = zh
    ? `${all.length} 组胜算中，${within} 组与实际比例没有明显出入`
    : `${within} of ${all.length} groups of odds are not clearly off what happened`;
  return {
    ...backtestFrame(figures, language, "backtest-reliability"),
    title,
    subtitle: zh
      ? "把说过的胜算按高低分组，看其中实际发生的比例；点旁为案例数，细线为 95% 区间"
      : "Odds grouped by size, and the share that came true; beside each dot its cases, thin lines are 95% intervals",
    footnote: zh
      ? "点在虚线上方，说明说得太低；在下方，说明说得太高。案例很少时区间很宽。"
      : "Above the dashed line the odds were too low, below it too high. Few cases leave wide intervals.",
    alt: `${zh ? "散点图。" : "Dot plot. "}${title}${zh ? "。" : ". "}${shown
      .map((group) => describe(group, language))
      .join(zh ? "；" : "; ")}${zh ? "。" : "."}`,
    x: { ...probabilityAxis(""), label: zh ? "所说的胜算" : "Odds given" },
    // A little room for dots at the ends.
    y: { ...probabilityAxis(""), domain: [-0.03, 1.05] },
    layers: [
      {
        kind: "line",
        name: zh ? "完全可靠" : "Perfectly reliable",
        color: "muted",
        dashed: true,
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      ...shown.map((group) => dots(group, language)),
    ],
    legend: shown.map(({ name, color, shape }) => ({ name: name[language], color, shape })),
    table: {
      columns: [
        { label: zh ? "所指" : "Odds of" },
        { label: zh ? "平均胜算" : "Mean odds", format: { kind: "probability" } },
        { label: zh ? "案例" : "Cases", format: { kind: "number", decimals: 0, unit: "" } },
        { label: zh ? "发生" : "Came true", format: { kind: "number", decimals: 0, unit: "" } },
        { label: zh ? "实际比例" : "Share", format: { kind: "probability" } },
      ],
      rows: shown.flatMap(({ name, classes }) =>
        classes.map(({ meanProbability, cases, hits }) => [
          name[language],
          meanProbability,
          cases,
          hits,
          hits / cases,
        ]),
      ),
    },
  };
}

function dots({ name, color, shape, classes }: Group, language: Language): Layer {
  return {
    kind: "dots",
    name: name[language],
    color,
    shape,
    points: classes.map(({ meanProbability, cases, hits, interval95: [low, high] }) => ({
      x: meanProbability,
      y: hits / cases,
      low,
      high,
      label: String(cases),
    })),
  };
}

function describe({ name, classes }: Group, language: Language): string {
  const zh = language === "zh";
  const parts = classes.map(({ meanProbability, cases, hits }) =>
    zh
      ? `胜算 ${formatPercent(meanProbability)}，${cases} 例中 ${hits} 例`
      : `odds ${formatPercent(meanProbability)}, ${hits} of ${cases}`,
  );
  return `${name[language]}${zh ? "：" : ": "}${parts.join(zh ? "，" : ", ")}`;
}
