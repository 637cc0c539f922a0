import type { Definition } from "../core/model/definition.ts";
import { summarise } from "../core/results/summarise.ts";
import type { ProbabilityEstimate, Summary } from "../core/results/summary.ts";
import type { Tally } from "../core/results/tally.ts";
import type { Runner, RunOptions, RunOutcome, RunRequest } from "./runner.ts";

/** When a run is precise enough, or long enough. */
export interface PrecisionGoal {
  /** Half the width of the widest 95 % interval that will do, 0 < halfWidth < 1. */
  readonly halfWidth: number;
  /** Whole number ≥ 1: where to stop all the same. */
  readonly maxDraws: number;
}

/** A run, with what it came to where it was done. */
export type PrecisionOutcome =
  | {
      readonly kind: "done";
      readonly tally: Tally;
      readonly summary: Summary;
      /** Half the width of the widest interval; more than was asked for where `maxDraws` came first. */
      readonly halfWidth: number;
    }
  | Exclude<RunOutcome, { readonly kind: "done" }>;

/** A power of two in each replicate, from which points are spread best. */
const FIRST_DRAWS = 16_384;

/**
 * Run a program with twice as many draws each time until the 95 % interval of every probability, of
 * targets, second tiers and joint sets, is narrow enough. Each stage is a whole run from draw 0, so the
 * result is that of a run with the number of draws that it ended with. `definition` is the program's.
 */
export async function runToPrecision(
  runner: Runner,
  definition: Definition,
  request: Omit<RunRequest, "draws">,
  goal: PrecisionGoal,
  options: RunOptions = {},
): Promise<PrecisionOutcome> {
  for (let draws = FIRST_DRAWS; ; draws *= 2) {
    const stage = Math.min(draws, goal.maxDraws);
    const outcome = await runner.run({ ...request, draws: stage }, options);
    if (outcome.kind !== "done") return outcome;
    const summary = summarise(definition, request.program, outcome.tally);
    const halfWidth = widestHalf(summary);
    if (halfWidth <= goal.halfWidth || stage === goal.maxDraws) {
      return { kind: "done", tally: outcome.tally, summary, halfWidth };
    }
  }
}

/** Half the width of the widest interval of a summary. */
export function widestHalf({ targets, joint }: Summary): number {
  const half = ({ interval95: [low, high] }: ProbabilityEstimate): number => (high - low) / 2;
  const stretches = targets.flatMap(({ stretch }) => (stretch === undefined ? [] : [stretch]));
  return Math.max(...[...targets, ...stretches, ...joint].map(half));
}
