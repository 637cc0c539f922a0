import type { Target } from "../core/model/definition.ts";
import type { TargetSummary } from "../core/results/summary.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { PairedChange } from "./paired-change.ts";
import type { Plan } from "./plan.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import { changeOf } from "./scoreboard-rows.ts";

/** A scenario's column of the comparison; without a result while it is being computed. */
export interface ComparisonColumn {
  readonly scenario: Scenario;
  readonly result?: ScenarioResult;
}

/** A target's probability under one scenario, and its change against the baseline. */
export interface ComparisonCell {
  readonly summary: TargetSummary;
  readonly change?: PairedChange;
}

/** A target across scenarios, in the order of the columns; `undefined` where there is no result yet. */
export interface ComparisonRow {
  readonly target: Target;
  readonly index: number;
  readonly cells: readonly (ComparisonCell | undefined)[];
  /** Highest minus lowest probability, 0..1. */
  readonly spread: number;
}

/** The scenarios with these ids, in the plan's order; all where there are none of them. */
export function comparedScenarios(plan: Plan, only?: readonly string[]): readonly Scenario[] {
  const chosen = plan.scenarios.filter(({ id }) => only?.includes(id));
  return chosen.length === 0 ? plan.scenarios : chosen;
}

/** Scenarios with the results there are; those of another seed or of fewer draws count too. */
export function comparisonColumns(
  scenarios: readonly Scenario[],
  results: ReadonlyMap<string, ScenarioResult>,
): readonly ComparisonColumn[] {
  return scenarios.map((scenario) => {
    const result = results.get(scenario.id);
    return { scenario, ...(result === undefined ? {} : { result }) };
  });
}

/** The results of columns that have the same draws as the first of them. */
export function alikeResults(columns: readonly ComparisonColumn[]): readonly ScenarioResult[] {
  const results = columns.flatMap(({ result }) => result ?? []);
  const [first] = results;
  return results.filter(({ draws, seed }) => draws === first?.draws && seed === first.seed);
}

/** All targets across the columns, compared with the baseline's result. */
export function comparisonRows(
  plan: Plan,
  columns: readonly ComparisonColumn[],
  baseline: ScenarioResult | undefined,
): readonly ComparisonRow[] {
  return plan.definition.targets.map((target, index) => {
    const cells = columns.map(({ result }) => cellOf(result, baseline, index));
    const probabilities = cells.flatMap((cell) =>
      cell === undefined ? [] : [cell.summary.probability],
    );
    const spread =
      probabilities.length === 0 ? 0 : Math.max(...probabilities) - Math.min(...probabilities);
    return { target, index, cells, spread };
  });
}

/** Ids of the targets that differ most between scenarios, in plan order. */
export function biggestMovers(rows: readonly ComparisonRow[], count: number): readonly string[] {
  return [...rows]
    .sort((a, b) => b.spread - a.spread || a.index - b.index)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ target }) => target.id);
}

function cellOf(
  result: ScenarioResult | undefined,
  baseline: ScenarioResult | undefined,
  index: number,
): ComparisonCell | undefined {
  const summary = result?.summary.targets[index];
  if (result === undefined || summary === undefined) return undefined;
  const change =
    baseline === undefined || baseline === result ? undefined : changeOf(result, baseline, index);
  return { summary, ...(change === undefined ? {} : { change }) };
}
