import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { nodeWorkerHandle } from "../runner/node-workers.ts";
import type { Runner } from "../runner/runner.ts";
import { createWorkerPool, workerCount } from "../runner/worker-pool.ts";

/** A pool of worker threads, by default as many as this machine has processors (at most 8). */
export function createNodePool(workers = workerCount(availableParallelism())): Runner {
  // The command line is built into one folder, with the worker's file beside the program's.
  const file = new URL("./simulation.node-worker.js", import.meta.url);
  return createWorkerPool({ workers, start: () => nodeWorkerHandle(new Worker(file)) });
}
