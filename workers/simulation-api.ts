import type { Backend } from "../src/core/kernel/backend.ts";
import type { Program, Register } from "../src/core/model/program.ts";
import type { ProgramMoves } from "../src/core/model/program-moves.ts";
import type { InputSensitivity } from "../src/core/results/sensitivity.ts";
import type { Tally } from "../src/core/results/tally.ts";
import type { WeighingTask } from "../src/core/results/weigh-draws.ts";
import type { WeightedTally } from "../src/core/results/weighted-tally.ts";
import type { PointSet } from "../src/core/sampling/sampling-method.ts";

/** A program that differs in some distributions from the one of an earlier key. */
export interface MovedProgram {
  readonly from: string;
  readonly moves: ProgramMoves;
}

/** A program with a seed and a point set. */
export interface ProgramRequest {
  /** Names program, seed and point set; the same three always have the same key on a connection. */
  readonly key: string;
  /** May be left out when this worker has had it under this key. */
  readonly program?: Program;
  /** Instead of the program, where this worker has had a similar one. */
  readonly moved?: MovedProgram;
  readonly seed: number;
  readonly points: PointSet;
  /** As the engine suggests where it is left out; the same in all requests of a connection. */
  readonly backend?: Backend;
}

/** Draws [firstDraw, firstDraw + draws). */
export interface ChunkRequest extends ProgramRequest {
  readonly firstDraw: number;
  readonly draws: number;
}

/** The same draws, weighted by the likelihood of some observations. */
export interface WeighRequest extends ChunkRequest {
  readonly task: WeighingTask;
}

/** What inputs [firstInput, firstInput + inputs) tell about the targets in draws [0, draws). */
export interface SliceRequest extends ProgramRequest {
  readonly draws: number;
  readonly firstInput: number;
  readonly inputs: number;
}

/** The values of registers in draws [0, draws). */
export interface ColumnsRequest extends ProgramRequest {
  readonly draws: number;
  readonly registers: readonly Register[];
}

/** The worker no longer has the program of this key: ask again, with the program. */
export interface ProgramNeeded {
  readonly kind: "program-needed";
}

/** The tally of a chunk of draws. */
export type ChunkReply = { readonly kind: "tally"; readonly tally: Tally } | ProgramNeeded;

/** The tally of a chunk of weighted draws. */
export type WeighReply =
  | { readonly kind: "weighed"; readonly tally: WeightedTally }
  | ProgramNeeded;

/** What a few inputs tell about the targets. */
export type SliceReply =
  /** Inputs that do not vary are left out. */
  { readonly kind: "slice"; readonly inputs: readonly InputSensitivity[] } | ProgramNeeded;

/** A column of values for each register asked for. */
export type ColumnsReply =
  | { readonly kind: "columns"; readonly columns: readonly Float64Array[] }
  | ProgramNeeded;

/** What a simulation worker offers. */
export interface SimulationApi {
  simulate(request: ChunkRequest): ChunkReply;
  weigh(request: WeighRequest): WeighReply;
  analyse(request: SliceRequest): SliceReply;
  columns(request: ColumnsRequest): ColumnsReply;
}
