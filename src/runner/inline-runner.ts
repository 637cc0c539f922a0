import type {
  ChunkReply,
  ColumnsReply,
  SliceReply,
  WeighReply,
} from "../../workers/simulation-api.ts";
import { mergeTallies } from "../core/results/merge-tallies.ts";
import { mergeWeightedTallies } from "../core/results/merge-weighted-tallies.ts";
import { DEFAULT_METHOD, PLAIN_POINTS, pointSet } from "../core/sampling/sampling-method.ts";
import { type Chunk, chunkAt, chunkCount } from "./chunks.ts";
import { collectSlices } from "./collect-slices.ts";
import { createProgramKeys } from "./program-keys.ts";
import type { RunEnd, Runner, RunOptions, RunRequest } from "./runner.ts";
import { createSimulationService } from "./simulation-service.ts";
import { createTallyCollector } from "./tally-collector.ts";

const REFUSED = "A request with its program was refused.";

/**
 * A runner in the calling thread, for tests and where there are no workers. It pauses between
 * chunks, so that the thread stays responsive and runs can be cancelled, and clones what it sends
 * and receives as a worker would.
 */
export function createInlineRunner(): Runner {
  const service = createSimulationService();
  const keyOf = createProgramKeys();
  let closed = false;

  /** One chunk after the other. */
  async function eachChunk<Tally>(
    { draws }: RunRequest,
    options: RunOptions,
    merge: (parts: readonly Tally[]) => Tally,
    compute: (chunk: Omit<Chunk, "index">) => Tally,
  ): Promise<RunEnd<Tally>> {
    const collector = createTallyCollector(merge);
    const count = chunkCount(draws);
    for (let index = 0; index < count; index += 1) {
      await pause();
      if (closed || options.signal?.aborted) return { kind: "cancelled" };
      const { firstDraw, draws: chunkDraws } = chunkAt(draws, index);
      collector.add(index, compute({ firstDraw, draws: chunkDraws }));
      options.onProgress?.(firstDraw + chunkDraws);
    }
    return { kind: "done", tally: collector.finish() };
  }

  const messageOf = ({ program, draws, seed, method = DEFAULT_METHOD }: RunRequest) => {
    const points = pointSet(method, draws);
    return { key: keyOf(program, seed, points), program, seed, points };
  };

  return {
    run(request, options = {}) {
      const message = messageOf(request);
      return eachChunk(request, options, mergeTallies, (chunk) => {
        const asked = structuredClone({ ...message, ...chunk });
        const reply: ChunkReply = structuredClone(service.simulate(asked));
        if (reply.kind !== "tally") throw new Error(REFUSED);
        return reply.tally;
      });
    },
    weigh(request, options = {}) {
      const message = { ...messageOf(request), task: request.task };
      return eachChunk(request, options, mergeWeightedTallies, (chunk) => {
        const asked = structuredClone({ ...message, ...chunk });
        const reply: WeighReply = structuredClone(service.weigh(asked));
        if (reply.kind !== "weighed") throw new Error(REFUSED);
        return reply.tally;
      });
    },
    async sensitivity(request, options = {}) {
      const slices = collectSlices(
        request,
        keyOf,
        () => closed || options.signal?.aborted === true,
      );
      while (!slices.isOver()) {
        await pause();
        await slices.askNext(async (message) => {
          const reply: SliceReply = structuredClone(service.analyse(structuredClone(message)));
          if (reply.kind !== "slice") throw new Error(REFUSED);
          return reply;
        });
      }
      return slices.outcome();
    },
    async sample({ program, seed, ...rest }, options = {}) {
      await pause();
      if (closed || options.signal?.aborted) return { kind: "cancelled" };
      const points = PLAIN_POINTS;
      const message = { key: keyOf(program, seed, points), program, seed, points, ...rest };
      const reply: ColumnsReply = structuredClone(service.columns(structuredClone(message)));
      if (reply.kind !== "columns") throw new Error(REFUSED);
      return { kind: "done", columns: reply.columns };
    },
    close() {
      closed = true;
    },
  };
}

/** Let timers, messages and rendering have a turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
