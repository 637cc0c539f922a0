import type { ProgramRequest, SliceRequest } from "../../workers/simulation-api.ts";
import type { Program } from "../core/model/program.ts";
import { type InputSensitivity, SENSITIVITY_DRAWS } from "../core/results/sensitivity.ts";
import { PLAIN_POINTS } from "../core/sampling/sampling-method.ts";
import { inputSlices } from "./input-slices.ts";
import type { createProgramKeys } from "./program-keys.ts";
import type { SensitivityOutcome, SensitivityRequest } from "./runner.ts";

/** A slice to compute, with its program. */
export type FullSliceRequest = SliceRequest & { readonly program: Program };

type SliceAnswer =
  | { readonly kind: "slice"; readonly inputs: readonly InputSensitivity[] }
  | { readonly kind: "failed"; readonly message: string };

/** Asks for the next slice, if there is one; resolves when its answer has been dealt with. */
export type AskNext = (ask: (request: FullSliceRequest) => Promise<SliceAnswer>) => Promise<void>;

/** The slices of one sensitivity, in order. */
export interface SliceCollector {
  /** Nothing is left to ask: all is there, something failed, or it was cancelled. */
  isOver(): boolean;
  readonly askNext: AskNext;
  outcome(): SensitivityOutcome;
}

/** Hand out the slices of a request one after the other, and collect the answers. */
export function collectSlices(
  { program, seed, draws = SENSITIVITY_DRAWS }: SensitivityRequest,
  keyOf: ReturnType<typeof createProgramKeys>,
  isCancelled: () => boolean,
): SliceCollector {
  const points = PLAIN_POINTS;
  const request: ProgramRequest & { readonly program: Program } = {
    key: keyOf(program, seed, points),
    program,
    seed,
    points,
  };
  const slices = inputSlices(program.inputs.length);
  const found: InputSensitivity[] = [];
  let next = 0;
  let failure: string | undefined;
  return {
    isOver: () => next >= slices.length || failure !== undefined || isCancelled(),
    askNext: async (ask) => {
      const slice = slices[next];
      next += 1;
      if (slice === undefined || isCancelled()) return;
      const answer = await ask({ ...request, draws, ...slice });
      if (answer.kind === "failed") failure = answer.message;
      else found.push(...answer.inputs);
    },
    outcome: () => {
      if (isCancelled()) return { kind: "cancelled" };
      if (failure !== undefined) return { kind: "failed", message: failure };
      return { kind: "done", sensitivity: { draws, inputs: found } };
    },
  };
}
