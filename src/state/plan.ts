import type { Definition } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import type { Observation } from "../core/model/series.ts";
import type { Issue } from "../core/outcome.ts";
import type { Scenario } from "../core/scenario/scenario.ts";

/** A file as read from disk or from the build. `file` is its name or path, for messages. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** A plan's own file, the table of past figures that belongs to it, and how to backtest it. */
export interface PlanFiles {
  readonly plan: SourceFile;
  readonly history?: SourceFile | undefined;
  readonly backtest?: SourceFile | undefined;
}

/** A shipped plan: its own files and the scenario files beside it, loaded when they are needed. */
export interface PlanEntry {
  /** The folder's name; stands in addresses and is the id of the model. */
  readonly key: string;
  readonly loadPlan: () => Promise<PlanFiles>;
  /** What reading those files gave when the app was built; `undefined` where they have problems. */
  readonly loadRead?: () => Promise<ReadPlan | undefined>;
  readonly loadScenarios: () => Promise<readonly SourceFile[]>;
  /** How to backtest it; undefined where it has no such file. */
  readonly loadBacktest?: () => Promise<SourceFile>;
}

/** The key of the plan that the user opened from a file. */
export const OWN_PLAN_KEY = "file";

/** The id of the scenario that changes nothing. */
export const BASELINE = "baseline";

/** What reading a plan without problems gives. */
export interface ReadPlan {
  readonly definition: Definition;
  /** Figures of its table that were published after the plan's date; shown beside the odds, used by none. */
  readonly later: readonly Observation[];
  /** Hash of the unchanged definition. */
  readonly hash: string;
  /** In order, the baseline always among them. */
  readonly scenarios: readonly Scenario[];
  /** Problems of scenario files that were left out. */
  readonly scenarioIssues: readonly Issue[];
  /** What `compile` gives for the unchanged definition and the scope of targets, where it is known ahead. */
  readonly program?: Program;
}

/** A plan that was read. */
export interface Plan extends ReadPlan {
  readonly key: string;
  /**
   * Its files, to be downloaded and read again: those of a shipped plan are loaded when they are first asked for.
   * A backtest is among them only where the user opened it with the plan.
   */
  readonly loadFiles: () => Promise<PlanFiles>;
}

/** What is on screen: still being read, readable, or a list of problems to mend. */
export type PlanState =
  | { readonly kind: "loading"; readonly key: string }
  | { readonly kind: "ready"; readonly plan: Plan }
  | {
      readonly kind: "invalid";
      readonly key: string;
      readonly source: SourceFile;
      readonly history?: SourceFile | undefined;
      readonly issues: readonly Issue[];
    }
  /** No plan has this key. */
  | { readonly kind: "unknown"; readonly key: string }
  /** The reader itself could not be loaded; `message` is technical English. */
  | { readonly kind: "unreadable"; readonly key: string; readonly message: string };
