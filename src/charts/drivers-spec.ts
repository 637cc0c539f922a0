import { driverWords, type NamedDriver } from "../core/format/driver-words.ts";
import { formatCount } from "../core/format/format-number.ts";
import { formatProbability } from "../core/format/format-probability.ts";
import { isClear, rankDrivers } from "../core/results/rank-drivers.ts";
import type { Sensitivity } from "../core/results/sensitivity.ts";
import type { ProbabilityEstimate } from "../core/results/summary.ts";
import type { Language } from "../core/text.ts";
import type { ChartSpec, Layer, NumericAxis } from "./chart-spec.ts";
import { driversTable } from "./drivers-table.ts";
import { fileParts, provenanceLine, sourceLine } from "./figure-lines.ts";
import { probabilityAxis } from "./probability-axis.ts";
import { type RunResult, targetSummary } from "./run-result.ts";
import { niceScale } from "./ticks.ts";

/** Inputs in the chart; the table has all. */
const SHOWN = 8;

/**
 * What drives a target: its probability where each input is in its low fifth and in its high fifth,
 * around the overall probability. The eight inputs that move it most, of those that move it by more than
 * three standard errors; `undefined` where none does.
 */
export function driversSpec(
  result: RunResult,
  sensitivity: Sensitivity,
  targetId: string,
  language: Language,
): ChartSpec | undefined {
  const { definition, program } = result;
  const target = definition.targets.find(({ id }) => id === targetId);
  const index = program.targets.findIndex(({ id }) => id === targetId);
  if (target === undefined || index === -1) {
    throw new Error(`The result has no target ${targetId}.`);
  }
  const all = rankDrivers(sensitivity, index).map(
    (driver): NamedDriver => ({
      driver,
      words: driverWords(definition, program, driver, language),
    }),
  );
  const shown = all.filter(({ driver }) => isClear(driver)).slice(0, SHOWN);
  const [first] = shown;
  if (first === undefined) return undefined;
  const overall = targetSummary(result, targetId);
  const zh = language === "zh";
  const label = target.label[language];
  const { low, high } = LEGEND[language];
  return {
    id: `${targetId}-drivers`,
    fileParts: fileParts([result], language, `${targetId}-drivers`),
    language,
    title: title(label, first, language),
    subtitle: zh
      ? "各项假设处于低位、高位五分之一时的达标概率，按差距排列；细线为 95% 区间"
      : "Probability of hitting when each assumption is in its low or high fifth, widest gap first; thin lines are 95% intervals",
    source: sourceLine(definition, target.source, language),
    provenance: provenanceLine([result], language),
    footnote: footnote(sensitivity.draws, shown, language),
    alt: altText(label, overall, shown, language),
    x: axisAround(shown, overall.probability),
    y: {
      kind: "category",
      rows: shown.map(({ driver, words }) => ({
        id: program.inputs[driver.input]?.stream ?? "",
        label: words.label + (driver.path === "correlation" ? " *" : ""),
        detail: words.ends,
      })),
    },
    layers: layers(shown, overall, language),
    legend: [
      { name: low, color: "scenario-3", shape: "triangle-down" },
      { name: high, color: "scenario-2", shape: "triangle" },
    ],
    table: driversTable(all, language),
  };
}

const LEGEND = {
  zh: { low: "处于低位", high: "处于高位" },
  en: { low: "When low", high: "When high" },
} as const;

function layers(
  shown: readonly NamedDriver[],
  overall: ProbabilityEstimate,
  language: Language,
): readonly Layer[] {
  const side = (end: "low" | "high"): readonly Layer[] => {
    const name = LEGEND[language][end];
    const color = end === "low" ? "scenario-3" : "scenario-2";
    const shape = end === "low" ? "triangle-down" : "triangle";
    const bars = shown.map(({ driver }, y) => {
      const x = driver[end].probability;
      const [from, to] = [Math.min(x, overall.probability), Math.max(x, overall.probability)];
      return { x, y, low: from, high: to };
    });
    const dots = shown.map(({ driver }, y) => {
      const { probability: x, interval95 } = driver[end];
      const label = formatProbability(driver[end]);
      return { x, y, low: interval95[0], high: interval95[1], label };
    });
    return [
      { kind: "bars", name, color, points: bars },
      { kind: "dots", name, color, shape, points: dots },
    ];
  };
  const sides = [...side("low"), ...side("high")];
  const label = `${language === "zh" ? "总体" : "Overall"} ${formatProbability(overall)}`;
  return [
    ...sides.filter(({ kind }) => kind === "bars"),
    { kind: "rule", axis: "x", value: overall.probability, label, color: "ink", dashed: false },
    ...sides.filter(({ kind }) => kind === "dots"),
  ];
}

/** From the lowest to the highest probability with its interval; the whole range where that is most of it. */
function axisAround(shown: readonly NamedDriver[], overall: number): NumericAxis {
  const ends = shown.flatMap(({ driver }) => [...driver.low.interval95, ...driver.high.interval95]);
  const low = Math.max(0, Math.min(overall, ...ends) - 0.03);
  const high = Math.min(1, Math.max(overall, ...ends) + 0.03);
  const whole = probabilityAxis("");
  if (high - low > 0.8) return whole;
  const { values, cover } = niceScale(low, high, 5);
  const domain = [Math.max(0, cover[0]), Math.min(1, cover[1])] as const;
  const ticks = [...new Set([domain[0], ...values, domain[1]])].map((value) => ({
    value,
    label: `${Math.round(value * 100)}%`,
  }));
  return { ...whole, domain, ticks };
}

function title(label: string, { driver, words }: NamedDriver, language: Language): string {
  const [low, high] = [formatProbability(driver.low), formatProbability(driver.high)];
  return language === "zh"
    ? `${label}：最大的驱动因素是“${words.label}”，低位时达标概率 ${low}，高位时 ${high}`
    : `${label}: the main driver is ${words.label}, ${low} when low and ${high} when high`;
}

function footnote(draws: number, shown: readonly NamedDriver[], language: Language): string {
  const zh = language === "zh";
  const indirect = shown.some(({ driver }) => driver.path === "correlation");
  const mark = zh
    ? "* 不在该目标的方程中，只通过相关性起作用。"
    : "* Not in this target's equations: it tells something only through correlation. ";
  const main = zh
    ? `按前 ${formatCount(draws)} 次抽样计算，低位、高位各取约五分之一的抽样。这是模型相关性之下的关联：一项假设变动时，与它相关的假设随之变动，因此不等于单独的因果影响。`
    : `From the first ${formatCount(draws)} draws; low and high are about a fifth of the draws each. These are associations under the model's correlations: assumptions that are correlated move along, so they are not effects of one cause alone.`;
  return indirect ? mark + main : main;
}

function altText(
  label: string,
  overall: ProbabilityEstimate,
  shown: readonly NamedDriver[],
  language: Language,
): string {
  const zh = language === "zh";
  const lines = shown.map(({ driver, words }) => {
    const [low, high] = [formatProbability(driver.low), formatProbability(driver.high)];
    return zh
      ? `${words.label}：低位 ${low}，高位 ${high}`
      : `${words.label}: ${low} when low, ${high} when high`;
  });
  return zh
    ? `条形图，${label}的达标概率（总体 ${formatProbability(overall)}）随各项假设的变化。${lines.join("；")}。`
    : `Bar chart of the probability of ${label} (overall ${formatProbability(overall)}) by assumption. ${lines.join("; ")}.`;
}
