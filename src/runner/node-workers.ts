import nodeEndpoint, { type NodeEndpoint } from "comlink/dist/esm/node-adapter";
import type { WorkerHandle } from "./worker-handle.ts";

/** What is needed of a `Worker` of node:worker_threads; this folder does not know Node. */
export interface NodeWorkerThread extends NodeEndpoint {
  on(event: string, listener: (detail: unknown) => void): void;
  terminate(): Promise<number>;
}

/** Wrap a Node worker thread for a pool. */
export function nodeWorkerHandle(worker: NodeWorkerThread): WorkerHandle {
  return {
    endpoint: nodeEndpoint(worker),
    onDeath(listener) {
      worker.on("error", (error) => listener(String(error)));
      worker.on("messageerror", (error) => listener(String(error)));
      worker.on("exit", (code) => listener(`The worker thread ended with exit code ${code}.`));
    },
    terminate: () => void worker.terminate(),
  };
}
