import type { Text } from "../text.ts";
import type { Distribution } from "./distribution.ts";
import type { Estimate, EstimateUse } from "./estimate.ts";
import type { Expression } from "./expression.ts";
import type { Series } from "./series.ts";

/** A document, data set or paper that sources cite by key. */
export interface Reference {
  readonly title: Text;
  /** ISO date or year in which it became known. */
  readonly published: string;
  readonly url?: string;
}

/** Where a number or an equation comes from: cited references, a judgement with its reasoning, or both. */
export interface Source {
  /** Keys into `Definition.references`. */
  readonly cites: readonly string[];
  /** What exactly was taken from the cited references, and where it stands there. */
  readonly note?: Text;
  /** The reasoning, where it is a judgement. */
  readonly judgement?: Text;
}

/** Observed values before the first period, by year. */
export interface History {
  readonly values: Readonly<Record<number, number>>;
  /** Where they were written with the quantity; those of the history table are in `Definition.series`. */
  readonly source?: Source;
}

interface Quantity {
  readonly id: string;
  readonly label: Text;
  /** As written in the file, e.g. `100 million yuan`; see `models/README.md` for the units known. */
  readonly unit: string;
  readonly source: Source;
}

/** An uncertain assumption: one independent draw per period. */
export interface Input extends Quantity {
  /** Key into `Definition.groups`. */
  readonly group: string;
  /** Whether planners can move it. */
  readonly lever: boolean;
  readonly distribution: Distribution;
  /** The distribution as written. */
  readonly distributionText: string;
  /** What it takes of an estimate, where its distribution comes from one. */
  readonly estimate?: EstimateUse;
  /** Series whose known values are its distribution, or parts of it. */
  readonly fromSeries?: readonly string[];
  /** Where it is drawn from the past: its series, the years drawn from, and the value of each. */
  readonly bootstrap?: {
    readonly series: string;
    readonly years: readonly number[];
    readonly values: readonly number[];
  };
  readonly history?: History;
}

/** A coefficient: fixed (`constant` distribution) or itself uncertain; the same in every period of a draw. */
export interface Parameter extends Quantity {
  readonly distribution: Distribution;
  readonly distributionText: string;
  /** What it takes of an estimate, where its distribution comes from one. */
  readonly estimate?: EstimateUse;
  /** Series whose known values are its distribution, or parts of it. */
  readonly fromSeries?: readonly string[];
}

/** A measured quantity that follows from an equation. */
export interface Indicator extends Quantity {
  /** What exactly is measured, where the label does not say it. */
  readonly definition?: Text;
  /** Which direction is good; decides `point`, `about` and `as_assigned`. */
  readonly better: "higher" | "lower";
  readonly equation: Expression;
  readonly equationText: string;
  readonly history?: History;
}

/**
 * Indicators whose equations need each other in the same period: all of them are solved at once, draw by
 * draw. A draw without a solution has no values for the members.
 */
export interface Block {
  readonly id: string;
  readonly label: Text;
  /** Ids of indicators, in the order of the file. */
  readonly members: readonly string[];
  /** Where the search for a solution begins, by member, where that is not last period's value. */
  readonly start: Readonly<Record<string, number>>;
  /** Largest residual |f(x) − x| ÷ max(1, |x|) of a solution. */
  readonly tolerance: number;
  /** Steps of the search, ≥ 1. */
  readonly iterations: number;
  /** Why they determine each other. */
  readonly source: Source;
}

/** Rank (Spearman) correlation of two uncertain inputs or parameters. */
export interface Correlation {
  readonly between: readonly [string, string];
  /** −1 < rank < 1. */
  readonly rank: number;
  /** The two series that it was estimated from, with the outcome before and after shrinkage. */
  readonly estimate?: {
    readonly series: readonly [string, string];
    readonly years: readonly number[];
    readonly raw: number;
    /** rank = (1 − shrinkage) · raw. */
    readonly shrinkage: number;
  };
  readonly source: Source;
}

/** Says that correlated quantities are joined by Student's t copula: extremes come together, margins stay. */
export interface CopulaChoice {
  /** Degrees of freedom, 1 or more: the fewer, the more often extremes come together. */
  readonly df: number;
  /** Quantities whose connected groups it is about; every group that no other choice names, where it names none. */
  readonly of?: readonly string[];
  readonly source: Source;
}

/** Inputs or parameters that are joined by the correlations of their scores rather than by ranks of pairs. */
export interface JointGroup {
  /** Inputs, joined within each period, or uncertain parameters; no other correlation names any of them. */
  readonly members: readonly string[];
  /** Degrees of freedom of Student's t copula, from 1 on; a Gaussian copula where there are none. */
  readonly df?: number;
  /** One row for each member; positive definite, with ones on the diagonal. */
  readonly correlation: readonly (readonly number[])[];
}

/** A number or an expression over inputs, parameters and indicators; an uncertain threshold names an input. */
export interface Threshold {
  readonly expression: Expression;
  readonly text: string;
}

/** What must hold; see `models/README.md` for the exact meaning of each. x is the target's quantity. */
export type Relation =
  | { readonly kind: "at_least" | "at_most" | "above" | "below"; readonly threshold: Threshold }
  /** One-sided in the good direction, or |x − v| ≤ tolerance when two-sided. */
  | {
      readonly kind: "about";
      readonly threshold: Threshold;
      readonly tolerance: number;
      readonly twoSided: boolean;
    }
  /** x ≥ v or x ≤ v, by the indicator's good direction. */
  | { readonly kind: "point" | "as_assigned"; readonly threshold: Threshold }
  /** x > v, or x > last period's x where no threshold is given. */
  | { readonly kind: "rising"; readonly threshold?: Threshold }
  | { readonly kind: "positive" }
  /** x ≥ last period's x − tolerance. */
  | { readonly kind: "stable"; readonly tolerance: number }
  /** `in_step_with`: x ≥ reference − tolerance; `in_line_with`: |x − reference| ≤ tolerance. */
  | {
      readonly kind: "in_step_with" | "in_line_with";
      readonly reference: Threshold;
      readonly tolerance: number;
    }
  /** x > reference. */
  | { readonly kind: "faster_than"; readonly reference: Threshold }
  | { readonly kind: "between"; readonly low: Threshold; readonly high: Threshold };

/** A relation as files write it. */
export type RelationKind = Relation["kind"];

/** A relation that an indicator must satisfy, quoted from the plan. */
export interface Target {
  readonly id: string;
  /** Short name for lists; the indicator's label where the file gives none. */
  readonly label: Text;
  readonly indicator: string;
  readonly period: number;
  /** Inclusive years that are summed, for a cumulative target. */
  readonly cumulative?: readonly [number, number];
  /** Inclusive years whose growth rates are compounded: 100 · (Π (1 + x/100) − 1), in percent. */
  readonly compounded?: readonly [number, number];
  /** Key into `Definition.sections`. */
  readonly section: string;
  /** The plan's own words. */
  readonly wording: Text;
  readonly relation: Relation;
  /** The second, more ambitious tier (力争), in the good direction of the indicator. */
  readonly stretch?: Threshold;
  /** 约束性 or 预期性. */
  readonly commitment: "binding" | "expected";
  /** Where it stands, and how the wording was read. */
  readonly source: Source;
}

/** A plan's model: what the file says, checked, with defaults filled in; plain data that can be cloned. */
export interface Definition {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  readonly plan: {
    readonly place: Text;
    readonly issuer: Text;
    /** Document number. */
    readonly document: string;
    /** ISO date. */
    readonly date: string;
    readonly url?: string;
  };
  /** ISO date: what became known later is not used. The plan's own date, unless it was read for another. */
  readonly asOf: string;
  /** The past as known on that day, by series; a series with the name of a quantity is that quantity's. */
  readonly series: Readonly<Record<string, Series>>;
  /** What was estimated from series, as known on that day. */
  readonly estimates: readonly Estimate[];
  /** Years, ascending and consecutive. */
  readonly periods: readonly number[];
  readonly sections: readonly { readonly id: string; readonly label: Text }[];
  readonly groups: readonly { readonly id: string; readonly label: Text }[];
  readonly references: Readonly<Record<string, Reference>>;
  readonly inputs: readonly Input[];
  readonly parameters: readonly Parameter[];
  readonly indicators: readonly Indicator[];
  readonly blocks: readonly Block[];
  readonly correlations: readonly Correlation[];
  /** Gaussian copulas where there are none. */
  readonly copulas?: readonly CopulaChoice[];
  /** Whether correlations that cannot all hold give way to the nearest that can; otherwise there are none such. */
  readonly correlationRepair?: "nearest";
  readonly jointGroups?: readonly JointGroup[];
  readonly targets: readonly Target[];
}
