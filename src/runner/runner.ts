import type { Program, Register } from "../core/model/program.ts";
import type { Sensitivity } from "../core/results/sensitivity.ts";
import type { Tally } from "../core/results/tally.ts";
import type { WeighingTask } from "../core/results/weigh-draws.ts";
import type { WeightedTally } from "../core/results/weighted-tally.ts";
import type { SamplingMethod } from "../core/sampling/sampling-method.ts";

/** What to simulate; with the program, all that a result depends on. */
export interface RunRequest {
  readonly program: Program;
  /** Whole number ≥ 1. */
  readonly draws: number;
  /** Whole number, 0 ≤ seed < 2^53. */
  readonly seed: number;
  /** `DEFAULT_METHOD` where it is left out. */
  readonly method?: SamplingMethod;
}

/** How a run is watched and ended. */
export interface RunOptions {
  /** Aborting ends the run at the next chunk with `{ kind: "cancelled" }`. */
  readonly signal?: AbortSignal;
  /** Called after each chunk with the number of draws done so far. */
  readonly onProgress?: (drawsDone: number) => void;
}

/** How a run over chunks of draws ended. */
export type RunEnd<Result> =
  | { readonly kind: "done"; readonly tally: Result }
  | { readonly kind: "cancelled" }
  /** A worker could not be loaded or died; `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string };

/** How a run ended. */
export type RunOutcome = RunEnd<Tally>;

/** A run whose draws are weighted by the likelihood of observations. */
export interface WeighingRequest extends RunRequest {
  readonly task: WeighingTask;
}

/** What to find the drivers of; with the program, all that the answer depends on. */
export interface SensitivityRequest {
  readonly program: Program;
  /** Whole number, 0 ≤ seed < 2^53. */
  readonly seed: number;
  /** Whole number ≥ 1; `SENSITIVITY_DRAWS` where it is left out. Independent draws, whatever the method of runs. */
  readonly draws?: number;
}

/** How the search for drivers ended. */
export type SensitivityOutcome =
  | { readonly kind: "done"; readonly sensitivity: Sensitivity }
  | Exclude<RunOutcome, { readonly kind: "done" }>;

/** Which values of single draws to compute; with the program, all that the answer depends on. */
export interface SampleRequest {
  readonly program: Program;
  /** Whole number, 0 ≤ seed < 2^53. */
  readonly seed: number;
  /** Whole number ≥ 1, some thousands: draws [0, draws), independent, the same that sensitivities are found from. */
  readonly draws: number;
  readonly registers: readonly Register[];
}

/** What came of a request for single draws. */
export type SampleOutcome =
  /** One column of values for each register. */
  | { readonly kind: "done"; readonly columns: readonly Float64Array[] }
  | Exclude<RunOutcome, { readonly kind: "done" }>;

/** Runs simulations somewhere: inline, or on a pool of workers. Results are the same to the last bit. */
export interface Runner {
  run(request: RunRequest, options?: RunOptions): Promise<RunOutcome>;
  /** Runs the same draws, and weights them. */
  weigh(request: WeighingRequest, options?: RunOptions): Promise<RunEnd<WeightedTally>>;
  /**
   * Find what drives each target. It takes one worker at most, a few inputs at a time, and lets runs go
   * first in between. Aborting ends it after a few inputs with `{ kind: "cancelled" }`.
   */
  sensitivity(
    request: SensitivityRequest,
    options?: Pick<RunOptions, "signal">,
  ): Promise<SensitivityOutcome>;
  /** Compute single draws: one message to one worker, when it is its turn. */
  sample(request: SampleRequest, options?: Pick<RunOptions, "signal">): Promise<SampleOutcome>;
  /** Ends all workers; runs under way settle as cancelled. */
  close(): void;
}
