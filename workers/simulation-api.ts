import type { Backend } from "../src/core/kernel/backend.ts";
import type { Program } from "../src/core/model/program.ts";
import type { Tally } from "../src/core/results/tally.ts";
import type { PointSet } from "../src/core/sampling/sampling-method.ts";

/** Draws [firstDraw, firstDraw + draws) of a program with a seed and a point set. */
export interface ChunkRequest {
  /** Names program, seed and point set; the same three always have the same key on a connection. */
  readonly key: string;
  /** May be left out when this worker has had it under this key. */
  readonly program?: Program;
  readonly seed: number;
  readonly points: PointSet;
  readonly firstDraw: number;
  readonly draws: number;
  /** As the engine suggests where it is left out; the same in all requests of a connection. */
  readonly backend?: Backend;
}

export type ChunkReply =
  | { readonly kind: "tally"; readonly tally: Tally }
  /** The worker no longer has the program of this key: ask again, with the program. */
  | { readonly kind: "program-needed" };

/** What a simulation worker offers. */
export interface SimulationApi {
  simulate(request: ChunkRequest): ChunkReply;
}
