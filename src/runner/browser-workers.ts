import type { WorkerHandle } from "./worker-handle.ts";

/** Start a simulation worker in a browser. May throw where the page may not have workers. */
export function startBrowserWorker(): WorkerHandle {
  const worker = new Worker(new URL("../../workers/simulation.worker.ts", import.meta.url), {
    type: "module",
  });
  return {
    endpoint: worker,
    onDeath(listener) {
      worker.addEventListener("error", (event) => {
        // A worker that cannot be loaded sends a plain event without a message.
        listener(event.message || "The simulation worker could not be loaded.");
      });
      worker.addEventListener("messageerror", () => {
        listener("A message of the simulation worker could not be read.");
      });
    },
    terminate: () => worker.terminate(),
  };
}
