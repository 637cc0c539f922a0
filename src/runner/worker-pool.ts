import type { ChunkRequest } from "../../workers/simulation-api.ts";
import type { Backend } from "../core/kernel/backend.ts";
import type { Program } from "../core/model/program.ts";
import { mergeTallies } from "../core/results/merge-tallies.ts";
import { mergeWeightedTallies } from "../core/results/merge-weighted-tallies.ts";
import { DEFAULT_METHOD, PLAIN_POINTS, pointSet } from "../core/sampling/sampling-method.ts";
import { chunkAt, chunkCount } from "./chunks.ts";
import { collectSlices } from "./collect-slices.ts";
import { createProgramKeys } from "./program-keys.ts";
import type {
  RunEnd,
  Runner,
  RunOptions,
  RunRequest,
  SampleOutcome,
  SampleRequest,
  SensitivityOutcome,
  SensitivityRequest,
} from "./runner.ts";
import { createSlotQueue } from "./slot-queue.ts";
import { createTallyCollector } from "./tally-collector.ts";
import type { WorkerHandle } from "./worker-handle.ts";
import { createWorkerSlot, type WorkerSlot } from "./worker-slot.ts";

/** Loading and the slowest chunk together stay far below this. */
const DEFAULT_PATIENCE_MS = 60_000;

/** How many workers there are, and how they are started and judged. */
export interface WorkerPoolOptions {
  /** Number of workers, a whole number ≥ 1; take `workerCount` of the processors available. */
  readonly workers: number;
  /**
   * Of these, how many start at once; all where it is left out. The others start with the first answer and take part
   * once they have computed it too: until then the first one has the processor to itself.
   */
  readonly atOnce?: number;
  /** Starts one worker; may throw. */
  readonly start: () => WorkerHandle;
  /** How long a worker may take to load and answer before it counts as dead. */
  readonly patienceMs?: number;
  /** How workers run programs; as their engine suggests where it is left out. */
  readonly backend?: Backend;
}

type ChunkMessage = ChunkRequest & { readonly program: Program };

type ChunkAnswer<Tally> =
  | { readonly kind: "tally" | "weighed"; readonly tally: Tally }
  | { readonly kind: "failed"; readonly message: string };

/** The number of workers worth starting on a machine with so many processors: 1 to 8. */
export function workerCount(processors: number): number {
  return Math.min(8, Math.max(1, Math.floor(processors)));
}

/**
 * A runner on workers that stay until `close`. Chunks are pulled by whichever
 * worker is free, runs under way at the same time take turns by chunk. When a worker fails, the run
 * that asked it fails, and new workers take the places of all: what broke one may have broken the others,
 * and whoever tries again should not meet them one by one.
 */
export function createWorkerPool(options: WorkerPoolOptions): Runner {
  const patienceMs = options.patienceMs ?? DEFAULT_PATIENCE_MS;
  const { workers, atOnce = workers } = options;
  const queue = createSlotQueue(workers, atOnce, () => createWorkerSlot(options.start, patienceMs));
  const keyOf = createProgramKeys();
  const how = options.backend === undefined ? {} : { backend: options.backend };

  /** Chunks on whichever worker is free. */
  async function eachChunk<Tally>(
    request: RunRequest,
    { signal, onProgress }: RunOptions,
    merge: (parts: readonly Tally[]) => Tally,
    compute: (slot: WorkerSlot, message: ChunkMessage) => Promise<ChunkAnswer<Tally>>,
  ): Promise<RunEnd<Tally>> {
    const { program, draws, seed, method = DEFAULT_METHOD } = request;
    const points = pointSet(method, draws);
    const key = keyOf(program, seed, points);
    const count = chunkCount(draws);
    const collector = createTallyCollector(merge);
    let nextChunk = 0;
    let drawsDone = 0;
    let failure: string | undefined;
    const cancelled = () => queue.closed || signal?.aborted === true;
    const over = () => nextChunk >= count || failure !== undefined || cancelled();

    async function pull(): Promise<void> {
      while (!over()) {
        await queue.use(async (slot) => {
          if (over()) return;
          const chunk = chunkAt(draws, nextChunk);
          nextChunk += 1;
          const message = { key, program, seed, points, ...how, ...chunk };
          const reply = await compute(slot, message);
          if (reply.kind === "failed") failure ??= reply.message;
          else queue.complete((fresh) => compute(fresh, message));
          if (reply.kind === "failed" || failure !== undefined || cancelled()) return;
          collector.add(chunk.index, reply.tally);
          drawsDone += chunk.draws;
          onProgress?.(drawsDone);
        });
      }
    }

    await Promise.all(Array.from({ length: Math.min(workers, count) }, pull));
    if (cancelled()) return { kind: "cancelled" };
    if (failure !== undefined) {
      queue.renew();
      return { kind: "failed", message: failure };
    }
    return { kind: "done", tally: collector.finish() };
  }

  async function sensitivity(
    request: SensitivityRequest,
    signal: AbortSignal | undefined,
  ): Promise<SensitivityOutcome> {
    const isCancelled = () => queue.closed || signal?.aborted === true;
    const slices = collectSlices(request, keyOf, isCancelled);
    while (!slices.isOver()) {
      await queue.use(async (slot) => {
        // One worker keeps the draws, as long as nobody else wants it.
        do {
          await slices.askNext((message) => slot.analyse({ ...message, ...how }));
        } while (!slices.isOver() && !queue.isWanted);
      });
    }
    const outcome = slices.outcome();
    if (outcome.kind === "failed") queue.renew();
    return outcome;
  }

  async function sample(
    { program, seed, ...rest }: SampleRequest,
    signal: AbortSignal | undefined,
  ): Promise<SampleOutcome> {
    const points = PLAIN_POINTS;
    const key = keyOf(program, seed, points);
    const isCancelled = () => queue.closed || signal?.aborted === true;
    let outcome: SampleOutcome = { kind: "cancelled" };
    await queue.use(async (slot) => {
      if (isCancelled()) return;
      const reply = await slot.columns({ key, program, seed, points, ...how, ...rest });
      if (isCancelled()) return;
      outcome = reply.kind === "failed" ? reply : { kind: "done", columns: reply.columns };
    });
    return outcome;
  }

  return {
    run: (request, runOptions = {}) =>
      eachChunk(request, runOptions, mergeTallies, (slot, message) => slot.simulate(message)),
    weigh: (request, runOptions = {}) =>
      eachChunk(request, runOptions, mergeWeightedTallies, (slot, message) =>
        slot.weigh({ ...message, task: request.task }),
      ),
    sensitivity: (request, runOptions = {}) => sensitivity(request, runOptions.signal),
    sample: (request, runOptions = {}) => sample(request, runOptions.signal),
    close: () => queue.close(),
  };
}
