import { formatCount } from "../core/format/format-number.ts";
import { formatInterval, formatProbability } from "../core/format/format-probability.ts";
import { formatQuantity } from "../core/format/format-quantity.ts";
import { unsolvedBlocks } from "../core/format/unsolved-blocks.ts";
import type { Target } from "../core/model/definition.ts";
import type { TargetSet } from "../core/model/program.ts";
import type { TargetSummary } from "../core/results/summary.ts";
import type { SamplingMethod } from "../core/sampling/sampling-method.ts";
import type { Language, Text } from "../core/text.ts";
import { repairNote } from "./repair-note.ts";
import type { FinishedRun } from "./run-report.ts";
import { type TableRow, textTable } from "./text-table.ts";
import { cutText } from "./text-width.ts";
import { yearsTable } from "./years-table.ts";

const WORDING_WIDTH = 34;
const LABEL_WIDTH = 34;

const HEADINGS: readonly Text[] = [
  { zh: "目标", en: "Target" },
  { zh: "计划口径", en: "Wording" },
  { zh: "性质", en: "Kind" },
  { zh: "达标概率", en: "Chance" },
  { zh: "95%区间", en: "95% interval" },
  { zh: "中位数", en: "Median" },
];

const COMMITMENTS: Readonly<Record<Target["commitment"], Text>> = {
  binding: { zh: "约束性", en: "binding" },
  expected: { zh: "预期性", en: "expected" },
};

const SETS: Readonly<Record<TargetSet, Text>> = {
  all: { zh: "全部目标", en: "all targets" },
  binding: { zh: "约束性目标", en: "binding targets" },
  expected: { zh: "预期性目标", en: "expected targets" },
};

const METHODS: Readonly<Record<SamplingMethod, Text>> = {
  "monte-carlo": { zh: "蒙特卡洛", en: "Monte Carlo" },
  sobol: { zh: "随机化 Sobol", en: "randomised Sobol" },
  "latin-hypercube": { zh: "拉丁超立方", en: "Latin hypercube" },
};

/** The report of a run for reading in a terminal. `scenarioTitle` names the scenario. */
export function runTable(run: FinishedRun, scenarioTitle: Text, language: Language): string {
  const { definition, summary, seed, method, modelHash } = run;
  const draws = formatCount(summary.draws);
  const facts: Text = {
    zh: `情景：${scenarioTitle.zh} · ${draws} 次抽样（${METHODS[method].zh}） · 种子 ${seed} · 模型 ${modelHash}`,
    en: `Scenario: ${scenarioTitle.en} · ${draws} draws (${METHODS[method].en}) · seed ${seed} · model ${modelHash}`,
  };
  const repair = repairNote(definition);
  return [
    `${definition.title[language]}\n${facts[language]}\n`,
    repair === undefined ? "\n" : `${repair[language]}\n\n`,
    textTable(targetRows(run, language), ["left", "left", "left", "right", "right", "right"]),
    "\n",
    textTable(jointRows(run, language), ["left", "right", "right"]),
    "\n",
    hitCountLine(summary.hitCount)[language],
    "\n",
    ...unsolvedBlocks(definition, summary).map((line) => `${line[language]}\n`),
    ...(run.years === undefined ? [] : ["\n", yearsTable(run, language)]),
  ].join("");
}

function targetRows(run: FinishedRun, language: Language): readonly TableRow[] {
  const { definition } = run;
  const rows: TableRow[] = [HEADINGS.map((heading) => heading[language])];
  for (const section of definition.sections) {
    const inSection = definition.targets.flatMap((target, index) =>
      target.section === section.id ? [targetRow(run, target, index, language)] : [],
    );
    if (inSection.length > 0) rows.push({ heading: section.label[language] }, ...inSection);
  }
  return rows;
}

function targetRow(
  { definition, program, summary }: FinishedRun,
  target: Target,
  index: number,
  language: Language,
): readonly string[] {
  const result = summary.targets[index];
  const median = summary.columns[program.targets[index]?.value ?? -1]?.p50 ?? Number.NaN;
  const unit = definition.indicators.find(({ id }) => id === target.indicator)?.unit ?? "1";
  return [
    cutText(target.label[language], LABEL_WIDTH),
    cutText(target.wording[language], WORDING_WIDTH),
    COMMITMENTS[target.commitment][language],
    result === undefined ? "" : chance(result),
    result === undefined ? "" : formatInterval(result.interval95),
    formatQuantity(median, unit, language),
  ];
}

/** The chance of the target, and of its second tier behind a slash. */
function chance(result: TargetSummary): string {
  const first = formatProbability(result);
  return result.stretch === undefined ? first : `${first} / ${formatProbability(result.stretch)}`;
}

function jointRows({ summary }: FinishedRun, language: Language): readonly TableRow[] {
  const title: Text = { zh: "联合达标概率", en: "Chance of all together" };
  return [
    [title[language]],
    ...summary.joint.map((joint) => [
      `  ${SETS[joint.set][language]}`,
      formatProbability(joint),
      formatInterval(joint.interval95),
    ]),
  ];
}

function hitCountLine(hitCount: readonly number[]): Text {
  const mean = hitCount.reduce((sum, probability, hits) => sum + probability * hits, 0);
  const low = countQuantile(hitCount, 0.05);
  const middle = countQuantile(hitCount, 0.5);
  const high = countQuantile(hitCount, 0.95);
  const all = hitCount.length - 1;
  return {
    zh: `达标项数：平均 ${mean.toFixed(1)} 项，中位数 ${middle} 项，90%的情形在 ${low}–${high} 项之间（共 ${all} 项）`,
    en: `Targets hit: ${mean.toFixed(1)} on average, median ${middle}, in 90% of draws ${low}–${high} (of ${all})`,
  };
}

/** The smallest k with P(hits ≤ k) ≥ p. */
function countQuantile(hitCount: readonly number[], p: number): number {
  let sum = 0;
  const count = hitCount.findIndex((probability) => {
    sum += probability;
    return sum >= p - 1e-12;
  });
  return count === -1 ? hitCount.length - 1 : count;
}
