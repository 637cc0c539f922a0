import type { ChunkReply, ChunkRequest, SimulationApi } from "../../workers/simulation-api.ts";
import { createKernel } from "../core/kernel/create-kernel.ts";
import type { Kernel } from "../core/kernel/kernel.ts";

/** Kernels kept for runs that take turns, such as a plan's scenarios; about 2 MB each. */
const KERNELS_KEPT = 8;

/**
 * The work of a simulation worker, on whatever thread it is created. Kernels are kept by key, the
 * least recently used is dropped; nothing else is remembered between requests.
 */
export function createSimulationService(): SimulationApi {
  const kernels = new Map<string, Kernel>();

  function kernelFor(request: ChunkRequest): Kernel | undefined {
    const kept = kernels.get(request.key);
    const { program, seed, points, backend } = request;
    const kernel = kept ?? (program && createKernel(program, seed, backend, points));
    if (kernel === undefined) return undefined;
    kernels.delete(request.key);
    kernels.set(request.key, kernel);
    for (const key of kernels.keys()) {
      if (kernels.size <= KERNELS_KEPT) break;
      kernels.delete(key);
    }
    return kernel;
  }

  return {
    simulate(request: ChunkRequest): ChunkReply {
      const kernel = kernelFor(request);
      if (kernel === undefined) return { kind: "program-needed" };
      return { kind: "tally", tally: kernel.run(request.firstDraw, request.draws) };
    },
  };
}
