import { createInlineRunner } from "../../src/runner/inline-runner.ts";
import type { Runner } from "../../src/runner/runner.ts";
import { createWorkerPool } from "../../src/runner/worker-pool.ts";
import { startInProcessWorker } from "./in-process-worker.ts";

const pool = (workers: number) => () =>
  createWorkerPool({ workers, start: () => startInProcessWorker() });

/** Each kind of runner by name, and what starts one: all give the same bits. */
export const EVERY_RUNNER: readonly (readonly [string, () => Runner])[] = [
  ["the inline runner", createInlineRunner],
  ["a pool of 1", pool(1)],
  ["a pool of 2", pool(2)],
  ["a pool of 4", pool(4)],
];
