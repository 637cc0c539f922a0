import type { PastTarget } from "./backtest.ts";

/** The simple predictive distributions that a model has to beat. */
export type RivalName = "noChange" | "pastMean";

/** What a model said of a quantity, and what happened. */
export interface QuantityCase {
  readonly year: number;
  /** Id in the model. */
  readonly quantity: string;
  readonly series: string;
  /** The value first published for the year. */
  readonly happened: number;
  readonly median: number;
  /** Central intervals, in the order of `COVERAGE_LEVELS`. */
  readonly intervals: readonly (readonly [low: number, high: number])[];
  /** Where the outcome fell in the distribution, in (0, 1). */
  readonly integral: number;
  /** In the unit of the quantity. */
  readonly crps: number;
  /** Yearly values known at the origin. */
  readonly pastValues: number;
  /** Their standard deviation; undefined where there are too few for rivals or all are equal. */
  readonly spread?: number;
  /** CRPS of each rival, where the past is long enough. */
  readonly rivals: Readonly<Partial<Record<RivalName, number>>>;
  /** Whether the value would be above that of the year before, where that was known. */
  readonly rise?: { readonly probability: number; readonly happened: boolean };
}

/** The odds of a past target, and whether it was hit. */
export interface TargetCase {
  readonly year: number;
  readonly target: PastTarget;
  readonly indicator: string;
  readonly probability: number;
  readonly happened: boolean;
  readonly value: number;
  /** Earlier targets whose outcome was known at the origin, and how many of them were hit. */
  readonly earlier: { readonly cases: number; readonly hits: number };
}

/** Why something that happened has no case. */
export type LeftOutReason =
  /** The model could not be rewound to this year at all. */
  | "unreadable"
  /** A series or a lag that the quantity rests on had no value yet. */
  | "undefined"
  /** The outcome was published before the origin: it would not have been foretold. */
  | "known";

/** An outcome that was not scored. */
export interface LeftOut {
  readonly year: number;
  readonly quantity: string;
  readonly what: "quantity" | "target";
  readonly reason: LeftOutReason;
}

/** Everything that one origin gives. */
export interface OriginCases {
  readonly quantities: readonly QuantityCase[];
  readonly targets: readonly TargetCase[];
  readonly leftOut: readonly LeftOut[];
}
