import type { ChunkReply, SliceReply } from "../../workers/simulation-api.ts";
import { DEFAULT_METHOD, pointSet } from "../core/sampling/sampling-method.ts";
import { chunkAt, chunkCount } from "./chunks.ts";
import { collectSlices } from "./collect-slices.ts";
import { createProgramKeys } from "./program-keys.ts";
import type { Runner } from "./runner.ts";
import { createSimulationService } from "./simulation-service.ts";
import { createTallyCollector } from "./tally-collector.ts";

/**
 * A runner in the calling thread, for tests and where there are no workers. It pauses between
 * chunks, so that the thread stays responsive and runs can be cancelled, and clones what it sends
 * and receives as a worker would.
 */
export function createInlineRunner(): Runner {
  const service = createSimulationService();
  const keyOf = createProgramKeys();
  let closed = false;

  return {
    async run(request, options = {}) {
      const { program, draws, seed, method = DEFAULT_METHOD } = request;
      const points = pointSet(method, draws);
      const key = keyOf(program, seed, points);
      const collector = createTallyCollector();
      const count = chunkCount(draws);
      for (let index = 0; index < count; index += 1) {
        await pause();
        if (closed || options.signal?.aborted) return { kind: "cancelled" };
        const { firstDraw, draws: chunkDraws } = chunkAt(draws, index);
        const message = { key, program, seed, points, firstDraw, draws: chunkDraws };
        const reply: ChunkReply = structuredClone(service.simulate(structuredClone(message)));
        if (reply.kind !== "tally") throw new Error("A request with its program was refused.");
        collector.add(index, reply.tally);
        options.onProgress?.(firstDraw + chunkDraws);
      }
      return { kind: "done", tally: collector.finish() };
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
          if (reply.kind !== "slice") throw new Error("A request with its program was refused.");
          return reply;
        });
      }
      return slices.outcome();
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
