import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Backend } from "../core/kernel/backend.ts";
import { nodeWorkerHandle } from "../runner/node-workers.ts";
import type { Runner } from "../runner/runner.ts";
import { createWorkerPool, workerCount } from "../runner/worker-pool.ts";

/** A pool of worker threads, by default as many as this machine has processors (at most 8). */
export function createNodePool(
  workers = workerCount(availableParallelism()),
  backend?: Backend,
): Runner {
  // The command line is built into one folder, with the worker's file beside the program's.
  const file = new URL("./simulation.node-worker.js", import.meta.url);
  const start = () => nodeWorkerHandle(new Worker(file));
  return createWorkerPool({ workers, start, ...(backend === undefined ? {} : { backend }) });
}
