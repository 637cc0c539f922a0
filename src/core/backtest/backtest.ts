import type { Indicator, Relation } from "../model/definition.ts";
import type { Change } from "../scenario/scenario.ts";
import type { Text } from "../text.ts";

/** A change that undoes what a judgement of the model could not have known in some years. */
export interface DatedChange {
  /** Origins that it applies to, inclusive; all where there are none. */
  readonly years?: readonly [from: number, to: number];
  readonly change: Change;
}

/** What the year before an origin is taken to have been, for quantities that no series of their name tells. */
export interface DatedStart {
  /** Origins that it applies to, inclusive; all where there are none. */
  readonly years?: readonly [from: number, to: number];
  readonly quantities: readonly string[];
  /** A value, or a series whose value for that year is taken as known at the origin. */
  readonly from: { readonly value: number } | { readonly series: string };
  readonly why: Text;
}

/** What an earlier plan promised, with a threshold in numbers. */
export interface PastTarget {
  readonly year: number;
  /** Series that says what happened. */
  readonly series: string;
  /** The model's indicator whose distribution gives the odds; none for a target that it does not foretell. */
  readonly indicator?: string;
  readonly better: Indicator["better"];
  readonly relation: Relation;
  /** What the target was, as in the plan or as noted with the figure. */
  readonly wording?: Text;
}

/** How a model is put to the test on years gone by. */
export interface Backtest {
  /** Id of the model. */
  readonly model: string;
  /** Years whose outcomes are foretold, ascending. */
  readonly origins: readonly number[];
  /** Month and day of an origin's year on which knowledge ends, `MM-DD`. */
  readonly knownOn: string;
  /** Quantities whose distribution is scored, each with the series of what happened. */
  readonly scored: readonly { readonly quantity: string; readonly series: string }[];
  /** Quantities that could be scored and are not, for a reason that has nothing to do with their scores. */
  readonly notScored: readonly { readonly quantity: string; readonly reason: Text }[];
  readonly starts: readonly DatedStart[];
  readonly changes: readonly DatedChange[];
  /** Targets that the model foretells, and others, which only enter the base rate. */
  readonly targets: readonly PastTarget[];
}

/** The last day that is known at an origin, as an ISO date. */
export const dayOf = (backtest: Backtest, year: number): string => `${year}-${backtest.knownOn}`;

/** Whether something that is dated applies to an origin. */
export const appliesTo = ({ years }: Pick<DatedChange, "years">, year: number): boolean =>
  years === undefined || (years[0] <= year && year <= years[1]);
