import type { Definition, Relation, Target } from "./definition.ts";
import { namesIn } from "./evaluation-order.ts";
import type { Expression } from "./expression.ts";
import { targetYears } from "./target-events.ts";

/** Id of a target asked of a year, in the definition that `withYearlyTargets` gives. */
export const yearlyTargetId = (id: string, year: number): string => `${id}@${year}`;

/**
 * The same model, its targets asked of every period in which they have a meaning. A target of one year
 * keeps its line: what if this year were asked for the same? A target over several years is judged by
 * what has come about by the end of each of them; it is left out where its own line moves with the year.
 * Second tiers are left out.
 */
export function withYearlyTargets(definition: Definition): Definition {
  const hasValue = valueFinder(definition);
  const targets = definition.targets.flatMap((target) =>
    yearsAsked(definition, target)
      .map((year) => askedOf(target, year))
      .filter((asked) => isAnswerable(asked, hasValue)),
  );
  return { ...definition, targets };
}

function yearsAsked({ periods, parameters }: Definition, target: Target): readonly number[] {
  const span = target.cumulative ?? target.compounded;
  if (span === undefined) return periods;
  const [first, last] = span;
  const isConstant = (name: string): boolean => parameters.some(({ id }) => id === name);
  const moves = expressionsOf(target.relation).some((line) =>
    [...namesIn(line)].some(({ kind, name }) => kind === "name" && !isConstant(name)),
  );
  return periods.filter((year) => year === last || (!moves && year >= first && year < last));
}

function askedOf(target: Target, year: number): Target {
  const { stretch: _, cumulative, compounded, ...rest } = target;
  const [first] = targetYears(target);
  return {
    ...rest,
    id: yearlyTargetId(target.id, year),
    period: year,
    ...(cumulative && { cumulative: [first, year] as const }),
    ...(compounded && { compounded: [first, year] as const }),
  };
}

function expressionsOf(relation: Relation): readonly Expression[] {
  const lines = [
    "threshold" in relation ? relation.threshold : undefined,
    "reference" in relation ? relation.reference : undefined,
    "low" in relation ? relation.low : undefined,
    "high" in relation ? relation.high : undefined,
  ];
  return lines.flatMap((line) => line?.expression ?? []);
}

type ValueFinder = (name: string, year: number) => boolean;

/** Finds out whether a quantity has a value in a year; parameters have one always. */
function valueFinder({ inputs, indicators, periods }: Definition): ValueFinder {
  const histories = new Map([...inputs, ...indicators].map(({ id, history }) => [id, history]));
  return (name, year) =>
    !histories.has(name) ||
    periods.includes(year) ||
    histories.get(name)?.values[year] !== undefined;
}

/** Whether all that the target compares is there, and nothing of it lies ahead of its year. */
function isAnswerable(target: Target, hasValue: ValueFinder): boolean {
  const { indicator, relation, period } = target;
  const [first, last] = targetYears(target);
  const looksBack =
    relation.kind === "stable" || (relation.kind === "rising" && relation.threshold === undefined);
  const start = looksBack ? first - 1 : first;
  const years = Array.from({ length: last - start + 1 }, (_, k) => start + k);
  return (
    years.every((year) => hasValue(indicator, year)) &&
    expressionsOf(relation)
      .flatMap((line) => [...namesIn(line)])
      .every((value) => {
        const year = value.kind === "dated" ? value.year : period - value.lag;
        return year <= period && hasValue(value.name, year);
      })
  );
}
