import type { RunResult } from "../../src/charts/run-result.ts";
import type {
  Definition,
  Indicator,
  Relation,
  Source,
  Target,
} from "../../src/core/model/definition.ts";
import type { Program, ProgramTarget } from "../../src/core/model/program.ts";
import type { ColumnSummary, ProbabilityEstimate } from "../../src/core/results/summary.ts";
import type { ColumnTally, TargetTally } from "../../src/core/results/tally.ts";
import { countByReplicate } from "./tally-of.ts";

/** A target of the sample plan, with the values its column takes in the sample's draws. */
export interface SampleTarget {
  readonly id: string;
  readonly unit: string;
  /** In order of draws; NaN is undefined. */
  readonly values: readonly number[];
  readonly event: Pick<
    ProgramTarget,
    "threshold" | "band" | "hitSide" | "strict" | "stretchThreshold"
  >;
  /** The values are margins to a threshold that varies. */
  readonly isMargin?: boolean;
  readonly binding?: boolean;
  readonly section?: string;
  readonly label?: { readonly zh: string; readonly en: string };
  readonly wording?: { readonly zh: string; readonly en: string };
}

const SOURCE: Source = { cites: ["notice"] };
const RELATION: Relation = { kind: "positive" };
const BINS = 256;

/** Whether a value of the sample hits, straight from the definition of relations. */
export function sampleHit({ event }: SampleTarget, x: number): boolean {
  if (!Number.isFinite(x)) return false;
  if (event.band) return event.band[0] <= x && x <= event.band[1];
  const line = event.threshold ?? 0;
  if (event.hitSide === "above") return event.strict ? x > line : x >= line;
  return event.strict ? x < line : x <= line;
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(Math.floor(p * sorted.length), sorted.length - 1)] ?? Number.NaN;
}

function columnTally(values: readonly number[]): ColumnTally {
  const finite = values.filter(Number.isFinite);
  const whole = finite.every(Number.isInteger);
  const min = Math.min(...finite);
  const max = Math.max(...finite);
  const width = whole ? 1 : (max - min || 1) / (BINS - 2);
  const origin = whole ? min - 0.5 : min - width / 3;
  const bins = whole ? max - min + 1 : BINS;
  const counts = new Uint32Array(bins + 2);
  for (const x of finite) {
    const bin = Math.min(Math.max(Math.floor((x - origin) / width), -1), bins) + 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const mean = finite.reduce((sum, x) => sum + x, 0) / finite.length;
  const m2 = finite.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { count: finite.length, mean, m2, min, max, histogram: { whole, origin, width, counts } };
}

function columnSummary(name: string, values: readonly number[]): ColumnSummary {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (p: number) => quantile(sorted, p);
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  return {
    name,
    mean,
    sd: Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sorted.length),
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    undefinedDraws: values.length - sorted.length,
  };
}

function estimate(hits: number, draws: number): ProbabilityEstimate {
  const probability = hits / draws;
  const standardError = Math.sqrt((probability * (1 - probability)) / draws);
  const z = 1.959963984540054;
  const middle = (hits + (z * z) / 2) / (draws + z * z);
  const half = (z / (draws + z * z)) * Math.sqrt((hits * (draws - hits)) / draws + (z * z) / 4);
  return { probability, standardError, interval95: [middle - half, middle + half] };
}

function definitionOf(targets: readonly SampleTarget[]): Definition {
  const sections = [...new Set(targets.map(({ section = "一、综合发展" }) => section))];
  return {
    id: "sample-2021",
    title: { zh: "样例市2021年计划", en: "Sample City plan 2021" },
    summary: { zh: "样例", en: "A sample." },
    plan: {
      place: { zh: "样例市", en: "Sample City" },
      issuer: { zh: "样例市人民政府", en: "Sample City government" },
      document: "样政发〔2021〕1号",
      date: "2021-02-26",
    },
    asOf: "2021-01-01",
    series: {},
    estimates: [],
    periods: [2021],
    sections: sections.map((label) => ({ id: label, label: { zh: label, en: label } })),
    groups: [],
    references: {
      notice: { title: { zh: "关于下达计划的通知", en: "Notice of the plan" }, published: "2021" },
    },
    inputs: [],
    parameters: [],
    indicators: targets.map(
      ({ id, unit, label = { zh: `指标${id}`, en: `Indicator ${id}` }, event }): Indicator => ({
        id,
        unit,
        label,
        source: SOURCE,
        better: event.hitSide === "above" ? "higher" : "lower",
        equation: { kind: "number", value: 0 },
        equationText: "0",
      }),
    ),
    blocks: [],
    correlations: [],
    targets: targets.map(
      ({ id, label = { zh: `指标${id}`, en: `Indicator ${id}` }, ...rest }): Target => ({
        id,
        label,
        indicator: id,
        period: 2021,
        section: rest.section ?? "一、综合发展",
        wording: rest.wording ?? { zh: "按计划", en: "as planned" },
        relation: RELATION,
        commitment: rest.binding === true ? "binding" : "expected",
        source: SOURCE,
      }),
    ),
  };
}

/** Tally and summarise hand-made values as a run would, by direct counting. */
export function sampleResult(
  targets: readonly SampleTarget[],
  scenario = { id: "baseline", zh: "基准", en: "Baseline" },
): RunResult {
  const draws = targets[0]?.values.length ?? 0;
  const hitsByReplicate = (target: SampleTarget) =>
    countByReplicate(target.values.map((x) => sampleHit(target, x)));
  const hitsOf = (target: SampleTarget) => target.values.filter((x) => sampleHit(target, x)).length;
  const stretchHits = (target: SampleTarget) => {
    const line = target.event.stretchThreshold ?? 0;
    return target.values.filter((x) => (target.event.hitSide === "above" ? x >= line : x <= line))
      .length;
  };
  const undefinedDraws = (target: SampleTarget) =>
    target.values.filter((x) => !Number.isFinite(x)).length;
  const hitCounts = new Float64Array(targets.length + 1);
  for (let draw = 0; draw < draws; draw++) {
    const k = targets.filter((each) => sampleHit(each, each.values[draw] ?? Number.NaN)).length;
    hitCounts[k] = (hitCounts[k] ?? 0) + 1;
  }
  // Column 2k is the quantity of target k, column 2k + 1 its margin; both hold the same values.
  const columns = targets.flatMap(({ values }) => [columnTally(values), columnTally(values)]);
  const program: Program = {
    registerCount: 0,
    constants: [],
    inputs: [],
    copulas: [],
    instructions: [],
    columns: targets.flatMap(({ id }) => [
      { name: `${id}@2021`, register: 0 },
      { name: `margin:${id}`, register: 0 },
    ]),
    targets: targets.map(({ id, event, isMargin }, index): ProgramTarget => {
      const { threshold, ...rest } = event;
      const line = threshold === undefined ? {} : { threshold };
      const common = { id, hit: 0, value: 2 * index, ...rest };
      return isMargin === true ? { ...common, margin: 2 * index + 1 } : { ...common, ...line };
    }),
    targetSets: [{ set: "all", members: [...targets.keys()] }],
  };
  const tallies = targets.map(
    (target): TargetTally => ({
      hits: new Uint32Array(0),
      hitsByReplicate: hitsByReplicate(target),
      undefinedDraws: undefinedDraws(target),
    }),
  );
  const all = estimate(hitCounts[targets.length] ?? 0, draws);
  return {
    definition: definitionOf(targets),
    program,
    tally: {
      method: "monte-carlo",
      firstDraw: 0,
      draws,
      retained: 0,
      columns,
      targets: tallies,
      setHits: [],
      hitCounts,
    },
    summary: {
      draws,
      targets: targets.map((target) => ({
        id: target.id,
        ...estimate(hitsOf(target), draws),
        undefinedDraws: undefinedDraws(target),
        ...(target.event.stretchThreshold === undefined
          ? {}
          : { stretch: estimate(stretchHits(target), draws) }),
      })),
      joint: [{ set: "all", ...all }],
      hitCount: [...hitCounts].map((count) => count / draws),
      columns: targets.flatMap(({ id, values }) => [
        columnSummary(`${id}@2021`, values),
        columnSummary(`margin:${id}`, values),
      ]),
      blocks: [],
    },
    provenance: {
      scenarioId: scenario.id,
      scenario: { zh: scenario.zh, en: scenario.en },
      draws,
      seed: 1,
      modelHash: "0123456789abcdef",
      version: "0.0.0",
    },
  };
}

/** Quantile-spaced draws of a normal distribution by the logistic approximation, in a fixed shuffled order. */
export function bellShaped(draws: number, centre: number, spread: number, stride = 7919): number[] {
  return Array.from({ length: draws }, (_, k) => {
    const p = (((k * stride) % draws) + 0.5) / draws;
    return centre + spread * 0.5513 * Math.log(p / (1 - p));
  });
}
