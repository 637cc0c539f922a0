import type { Definition, Target } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import { repairedCorrelations } from "../core/model/repaired-correlations.ts";
import type { ColumnSummary, ProbabilityEstimate, Summary } from "../core/results/summary.ts";
import { targetPace, type YearlyResult } from "../core/results/target-pace.ts";
import { yearlyOdds } from "../core/results/yearly-odds.ts";
import type { SamplingMethod } from "../core/sampling/sampling-method.ts";

/** A run of `withYearlyTargets`. */
export interface YearlyRun extends YearlyResult {
  readonly summary: Summary;
}

/** A finished run with everything that its report tells. */
export interface FinishedRun {
  /** As simulated: the scenario applied. */
  readonly definition: Definition;
  readonly program: Program;
  readonly summary: Summary;
  /** The same draws with targets asked of every year, where the model has several. */
  readonly years?: YearlyRun;
  /** Id of the scenario, `baseline` for the model itself. */
  readonly scenario: string;
  readonly seed: number;
  readonly method: SamplingMethod;
  /** Half the width of the widest 95 % interval, as wanted and as reached, where draws depended on it. */
  readonly precision?: { readonly wanted: number; readonly reached: number };
  readonly version: string;
  /** Of the model itself, without the scenario. */
  readonly modelHash: string;
}

/**
 * The report of a run as plain data for JSON. It depends on model, scenario, draws, seed, method and
 * version only. Rank correlations that were repaired come with what was asked, the largest change first. A threshold is null where it differs from draw to draw or where the target is a band;
 * models of several periods have each target's probability by year and the pace that it requires; statistics of a quantity that was undefined in every draw are null too.
 */
export function runReport(run: FinishedRun): unknown {
  const { definition, summary } = run;
  const repaired = repairedCorrelations(definition);
  return {
    plan: definition.id,
    scenario: run.scenario,
    draws: summary.draws,
    ...(run.precision === undefined ? {} : { precision: run.precision }),
    seed: run.seed,
    method: run.method,
    version: run.version,
    modelHash: run.modelHash,
    ...(repaired.length === 0 ? {} : { repairedCorrelations: repaired }),
    targets: definition.targets.map((_, index) => targetReport(run, index)),
    joint: summary.joint.map((joint) => ({ set: joint.set, ...estimateReport(joint) })),
    hitCount: summary.hitCount,
    indicators: indicatorReports(definition, summary),
    ...(summary.blocks.length === 0 ? {} : { blocks: summary.blocks }),
  };
}

function targetReport(
  { definition, program, summary, years }: FinishedRun,
  index: number,
): unknown {
  const target = definition.targets[index];
  const compiled = program.targets[index];
  const result = summary.targets[index];
  if (target === undefined || compiled === undefined || result === undefined) {
    throw new Error("Definition, program and summary do not have the same targets.");
  }
  return {
    id: target.id,
    indicator: target.indicator,
    period: target.period,
    relation: target.relation.kind,
    threshold: compiled.threshold ?? null,
    ...estimateReport(result),
    undefinedDraws: result.undefinedDraws,
    ...(result.stretch === undefined
      ? {}
      : {
          stretch: {
            threshold: compiled.stretchThreshold ?? null,
            ...estimateReport(result.stretch),
          },
        }),
    ...(years === undefined ? {} : yearsReport(definition, target, years)),
  };
}

/** The target asked of every year, and what each remaining year must bring where that has a meaning. */
function yearsReport(definition: Definition, target: Target, years: YearlyRun) {
  const odds = yearlyOdds(definition, target, years.summary);
  const pace = targetPace(definition, target, years);
  return {
    years: odds.map(({ year, isOwn, undefinedDraws, ...estimate }) => {
      return { year, own: isOwn, ...estimateReport(estimate), undefinedDraws };
    }),
    ...(pace === undefined ? {} : { pace: { kind: pace.kind, line: pace.line, rows: pace.rows } }),
  };
}

function estimateReport({ probability, standardError, interval95 }: ProbabilityEstimate) {
  return { probability, standardError, interval95 };
}

function indicatorReports(definition: Definition, summary: Summary): readonly unknown[] {
  const columns = new Map(summary.columns.map((column) => [column.name, column]));
  return definition.indicators.flatMap(({ id, unit }) =>
    definition.periods.map((period) => {
      const column = columns.get(`${id}@${period}`);
      if (column === undefined) throw new Error(`The summary has no column ${id}@${period}.`);
      return { id, period, unit, ...columnReport(column) };
    }),
  );
}

function columnReport({ mean, sd, p5, p10, p25, p50, p75, p90, p95 }: ColumnSummary) {
  return { mean, sd, p5, p10, p25, p50, p75, p90, p95 };
}
