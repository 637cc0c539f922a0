import type { Definition, Target } from "../model/definition.ts";
import { yearlyTargetId } from "../model/yearly-targets.ts";
import type { ProbabilityEstimate, Summary } from "./summary.ts";

/** A target's probability if it were asked of a year, or judged at the end of it. */
export interface YearlyOdds extends ProbabilityEstimate {
  readonly year: number;
  /** Whether it is the year that the plan asks for. */
  readonly isOwn: boolean;
  readonly undefinedDraws: number;
}

/**
 * A target's probability by year, from the summary of `withYearlyTargets`. Empty where the model has one
 * period only.
 */
export function yearlyOdds(
  { periods }: Definition,
  { id, period }: Target,
  summary: Summary,
): readonly YearlyOdds[] {
  if (periods.length < 2) return [];
  const found = new Map(summary.targets.map((target) => [target.id, target]));
  return periods.flatMap((year) => {
    const asked = found.get(yearlyTargetId(id, year));
    if (asked === undefined) return [];
    const { probability, standardError, interval95, undefinedDraws } = asked;
    const isOwn = year === period;
    return [{ year, isOwn, probability, standardError, interval95, undefinedDraws }];
  });
}
