import type { Backend } from "../core/kernel/backend.ts";
import type { SamplingMethod } from "../core/sampling/sampling-method.ts";
import type { Language } from "../core/text.ts";
import type { PrecisionGoal } from "../runner/run-to-precision.ts";

/** How results are printed. */
export type ReportFormat = "json" | "table";

/** Simulate a plan under a scenario, and print its odds. */
export interface RunCommand {
  readonly kind: "run";
  /** A folder, a file, or the name of a shipped model. */
  readonly plan: string;
  /** The id or the path of a scenario; the model itself where there is none. */
  readonly scenario?: string;
  /** Whole number ≥ 1. */
  readonly draws: number;
  /** Where it is given, how precise to be instead of how many draws. */
  readonly precision?: PrecisionGoal;
  /** Whole number, 0 ≤ seed < 2^53. */
  readonly seed: number;
  readonly method: SamplingMethod;
  /** Number of worker threads ≥ 1; as the machine suggests where there is none. */
  readonly workers?: number;
  /** How the threads compute; as the machine suggests where there is none. */
  readonly backend?: Backend;
  readonly format: ReportFormat;
}

/** Print every problem of a plan, its scenarios and its claims. */
export interface CheckCommand {
  readonly kind: "check";
  /** A folder, a file, or the name of a shipped model. */
  readonly plan: string;
}

/** Print what drives each target. */
export interface SensitivityCommand {
  readonly kind: "sensitivity";
  /** A folder, a file, or the name of a shipped model. */
  readonly plan: string;
  /** The id or the path of a scenario; the model itself where there is none. */
  readonly scenario?: string;
  /** The id of the only target to report; all where there is none. */
  readonly target?: string;
  /** Whole number ≥ 1. */
  readonly draws: number;
  /** Whole number, 0 ≤ seed < 2^53. */
  readonly seed: number;
  readonly format: ReportFormat;
}

/** Put a model to the test on years gone by. */
export interface BacktestCommand {
  readonly kind: "backtest";
  /** A folder, a file, or the name of a shipped model. */
  readonly plan: string;
  /** For each origin; whole number ≥ 1. */
  readonly draws: number;
  /** Whole number, 0 ≤ seed < 2^53. */
  readonly seed: number;
  readonly format: ReportFormat;
}

/** Write a model to start from, made of a table of targets. */
export interface NewCommand {
  readonly kind: "new";
  /** Identifier of the model to write and name of its folder. */
  readonly name: string;
  /** Path of a table of targets; a built-in example where there is none. */
  readonly targets?: string;
  readonly title?: string;
  /** ISO date of the plan. */
  readonly date: string;
  readonly firstYear: number;
  /** Print the example of a table and write nothing. */
  readonly template: boolean;
}

/** How commands are written. */
export type CommandName = "run" | "sensitivity" | "check" | "backtest" | "new";

/** What the user asked for. */
export type Command =
  | RunCommand
  | SensitivityCommand
  | CheckCommand
  | BacktestCommand
  | NewCommand
  | { readonly kind: "help"; readonly topic?: CommandName }
  | { readonly kind: "version" };

/** A command with the language of everything that is not JSON. */
export interface Invocation {
  readonly command: Command;
  readonly language: Language;
}
