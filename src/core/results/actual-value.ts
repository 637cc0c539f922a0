import type { Definition, Target } from "../model/definition.ts";
import { firstDay } from "../model/known-series.ts";
import type { Program } from "../model/program.ts";
import type { Observation } from "../model/series.ts";
import { hitRegion, isHit } from "./hit-region.ts";
import type { Tally } from "./tally.ts";
import { tallyCdf } from "./tally-quantile.ts";
import { targetColumn } from "./target-column.ts";

interface ResultParts {
  readonly definition: Definition;
  readonly program: Program;
  readonly tally: Tally;
}

/** What became known of a target after the plan's date; it enters no computation of odds. */
export interface ActualValue {
  /** In the indicator's unit; the sum over the years of a cumulative target. */
  readonly value: number;
  /** Whether the target was hit; missing where its line varies by draw. */
  readonly hit?: boolean;
  /** Share of simulated values at or below it, 0..1. */
  readonly share: number;
  /** Where the figure comes from: one for each year, in order of years. */
  readonly observations: readonly Observation[];
}

/** Rows of a history table that became known after a plan's date. */
export function laterFigures(
  observations: readonly Observation[],
  planDate: string,
): readonly Observation[] {
  return observations.filter(({ published }) => firstDay(published) > planDate);
}

/**
 * The observed value of a target's quantity in its own period, as first published.
 * `index` is the target's place in the definition. Missing where a year was not observed, and for rates
 * that a target compounds over years.
 * @param later rows published after the plan's date
 */
export function actualValue(
  later: readonly Observation[],
  { definition, program, tally }: ResultParts,
  index: number,
): ActualValue | undefined {
  const target = definition.targets[index];
  const compiled = program.targets[index];
  if (target === undefined || compiled === undefined) return undefined;
  const observations = observedYears(later, target);
  const column = tally.columns[compiled.value];
  if (observations === undefined || column === undefined) return undefined;
  const value = observations.reduce((sum, observation) => sum + observation.value, 0);
  const hasLine = targetColumn(compiled) === compiled.value;
  return {
    value,
    ...(hasLine ? { hit: isHit(hitRegion(compiled), value) } : {}),
    share: tallyCdf(column, value),
    observations,
  };
}

function observedYears(
  later: readonly Observation[],
  { indicator, period, cumulative }: Target,
): readonly Observation[] | undefined {
  const [from, to] = cumulative ?? [period, period];
  const found: Observation[] = [];
  for (let year = from; year <= to; year++) {
    const [first] = later
      .filter((row) => row.indicator === indicator && row.year === year)
      .sort((a, b) => (firstDay(a.published) < firstDay(b.published) ? -1 : 1));
    if (first === undefined) return undefined;
    found.push(first);
  }
  return found;
}
