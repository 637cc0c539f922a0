import { exposeSimulation } from "../../src/runner/expose-simulation.ts";
import type { WorkerHandle } from "../../src/runner/worker-handle.ts";

/** A worker's handle over a real message channel, with its other end in this thread. */
export interface InProcessWorker extends WorkerHandle {
  /** Die as a worker does whose script fails: `onDeath` is called, nothing is answered any more. */
  die(message: string): void;
  readonly terminated: boolean;
  /** What was sent to the worker, oldest first. */
  readonly received: readonly unknown[];
}

/** Start one; what `serve` does with the far end decides how it answers. */
export function startInProcessWorker(
  serve: (port: MessagePort) => void = exposeSimulation,
): InProcessWorker {
  const { port1, port2 } = new MessageChannel();
  const listeners: ((message: string) => void)[] = [];
  const received: unknown[] = [];
  let terminated = false;
  port2.addEventListener("message", (event) => received.push(event.data));
  serve(port2);
  const end = () => {
    port1.close();
    port2.close();
  };
  return {
    endpoint: port1,
    onDeath: (listener) => void listeners.push(listener),
    terminate() {
      terminated = true;
      end();
    },
    die(message) {
      end();
      for (const listener of listeners) listener(message);
    },
    get terminated() {
      return terminated;
    },
    received,
  };
}
