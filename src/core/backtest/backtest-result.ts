import type { Issue } from "../outcome.ts";
import type { Backtest } from "./backtest.ts";
import type { OriginCases } from "./backtest-case.ts";
import type { BacktestSummary } from "./summarise-backtest.ts";

/** A finished backtest. */
export interface BacktestResult {
  readonly backtest: Backtest;
  readonly draws: number;
  readonly seed: number;
  /** In the order of `backtest.origins`. */
  readonly origins: readonly OriginCases[];
  /** Origins for which the model could not be read, and why. */
  readonly unreadable: readonly { readonly year: number; readonly issues: readonly Issue[] }[];
  readonly summary: BacktestSummary;
}
