import type { Cell } from "../charts/chart-spec.ts";
import type { RunResult } from "../charts/run-result.ts";
import type { Target } from "../core/model/definition.ts";
import type { ProgramTarget } from "../core/model/program.ts";
import type { Observation } from "../core/model/series.ts";
import { type ActualValue, actualValue } from "../core/results/actual-value.ts";
import type { TargetSummary } from "../core/results/summary.ts";
import type { Language, Text } from "../core/text.ts";
import { csvText } from "./csv.ts";

interface Row {
  readonly result: RunResult;
  readonly target: Target;
  readonly compiled: ProgramTarget;
  readonly estimate: TargetSummary;
  readonly actual?: ActualValue | undefined;
}

interface Column {
  readonly heading: Text;
  readonly cell: (row: Row, language: Language) => Cell;
}

const unitOf = ({ result, target }: Row) =>
  result.definition.indicators.find(({ id }) => id === target.indicator)?.unit;

const sectionOf = ({ result, target }: Row, language: Language) =>
  result.definition.sections.find(({ id }) => id === target.section)?.label[language];

const COMMITMENT: Readonly<Record<Target["commitment"], Text>> = {
  binding: { zh: "约束性", en: "binding" },
  expected: { zh: "预期性", en: "expected" },
};

/** Least value that hits, where it is the same in every draw. */
const lowerLine = ({ compiled: { band, threshold, hitSide } }: Row) =>
  band?.[0] ?? (hitSide === "above" ? threshold : undefined);

/** Greatest value that hits, where it is the same in every draw. */
const upperLine = ({ compiled: { band, threshold, hitSide } }: Row) =>
  band?.[1] ?? (hitSide === "below" ? threshold : undefined);

const ABOUT_TARGETS: readonly Column[] = [
  { heading: { zh: "编号", en: "id" }, cell: ({ target }) => target.id },
  { heading: { zh: "目标", en: "target" }, cell: ({ target }, language) => target.label[language] },
  { heading: { zh: "部分", en: "section" }, cell: sectionOf },
  {
    heading: { zh: "性质", en: "commitment" },
    cell: ({ target }, language) => COMMITMENT[target.commitment][language],
  },
  { heading: { zh: "年份", en: "period" }, cell: ({ target }) => target.period },
  {
    heading: { zh: "计划口径", en: "wording" },
    cell: ({ target }, language) => target.wording[language],
  },
  { heading: { zh: "关系", en: "relation" }, cell: ({ target }) => target.relation.kind },
  { heading: { zh: "单位", en: "unit" }, cell: unitOf },
  { heading: { zh: "达标下限", en: "hit from" }, cell: lowerLine },
  { heading: { zh: "达标上限", en: "hit up to" }, cell: upperLine },
];

const ABOUT_PROBABILITIES: readonly Column[] = [
  {
    heading: { zh: "达标概率", en: "probability" },
    cell: ({ estimate }) => estimate.probability,
  },
  {
    heading: { zh: "标准误", en: "standard error" },
    cell: ({ estimate }) => estimate.standardError,
  },
  {
    heading: { zh: "95%区间下限", en: "95% low" },
    cell: ({ estimate }) => estimate.interval95[0],
  },
  {
    heading: { zh: "95%区间上限", en: "95% high" },
    cell: ({ estimate }) => estimate.interval95[1],
  },
  {
    heading: { zh: "无定义抽样数", en: "undefined draws" },
    cell: ({ estimate }) => estimate.undefinedDraws,
  },
  {
    heading: { zh: "力争目标", en: "stretch" },
    cell: ({ compiled }) => compiled.stretchThreshold,
  },
  {
    heading: { zh: "力争目标概率", en: "stretch probability" },
    cell: ({ estimate }) => estimate.stretch?.probability,
  },
];

const ABOUT_RUN: readonly Column[] = [
  {
    heading: { zh: "计划", en: "plan" },
    cell: ({ result }, language) => result.definition.title[language],
  },
  {
    heading: { zh: "情景", en: "scenario" },
    cell: ({ result }, language) => result.provenance.scenario[language],
  },
  { heading: { zh: "抽样次数", en: "draws" }, cell: ({ result }) => result.provenance.draws },
  { heading: { zh: "种子", en: "seed" }, cell: ({ result }) => result.provenance.seed },
  {
    heading: { zh: "模型指纹", en: "model hash" },
    cell: ({ result }) => result.provenance.modelHash,
  },
  {
    heading: { zh: "Planodds 版本", en: "Planodds version" },
    cell: ({ result }) => result.provenance.version,
  },
];

const VERDICT: Readonly<Record<"hit" | "missed", Text>> = {
  hit: { zh: "达标", en: "hit" },
  missed: { zh: "未达标", en: "missed" },
};

/** What was observed afterwards; only in files of plans that have it. */
const ABOUT_ACTUALS: readonly Column[] = [
  {
    heading: { zh: "实际结果（事后公布）", en: "actual (known afterwards)" },
    cell: ({ actual }) => actual?.value,
  },
  {
    heading: { zh: "实际是否达标", en: "actual hit or missed" },
    cell: ({ actual }, language) =>
      actual?.hit === undefined ? undefined : VERDICT[actual.hit ? "hit" : "missed"][language],
  },
  {
    heading: { zh: "不高于实际结果的抽样占比", en: "share of draws at or below actual" },
    cell: ({ actual }) => actual?.share,
  },
  {
    heading: { zh: "实际结果来源", en: "source of actual" },
    cell: ({ actual }) =>
      actual === undefined
        ? undefined
        : [...new Set(actual.observations.map(({ source }) => source))].join(" "),
  },
];

/**
 * Write all targets with their probabilities as CSV, one row each in the plan's order. Every row
 * names plan, scenario, draws, seed, model and version, so that files can be put together.
 * @param later figures published after the plan's date, which are added where they are of targets
 */
export function scoreboardCsv(
  result: RunResult,
  language: Language,
  later: readonly Observation[] = [],
): string {
  const { definition, program, summary } = result;
  const rows = definition.targets.flatMap((target, index): Row[] => {
    const compiled = program.targets.find(({ id }) => id === target.id);
    const estimate = summary.targets.find(({ id }) => id === target.id);
    const actual = actualValue(later, result, index);
    return compiled && estimate ? [{ result, target, compiled, estimate, actual }] : [];
  });
  const actuals = rows.some(({ actual }) => actual !== undefined) ? ABOUT_ACTUALS : [];
  const columns = [...ABOUT_TARGETS, ...ABOUT_PROBABILITIES, ...actuals, ...ABOUT_RUN];
  return csvText([
    columns.map(({ heading }) => heading[language]),
    ...rows.map((row) => columns.map(({ cell }) => cell(row, language))),
  ]);
}
