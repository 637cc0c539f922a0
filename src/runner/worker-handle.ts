import type { Endpoint } from "comlink";

/** A started worker, wherever it runs. */
export interface WorkerHandle {
  /** Where to speak comlink with it. */
  readonly endpoint: Endpoint;
  /**
   * Call back, with technical English, when the worker cannot be loaded, throws outside a request,
   * sends what cannot be read, or ends by itself: nothing that is pending will be answered then.
   */
  onDeath(listener: (message: string) => void): void;
  /** End it at once; allowed at any time. */
  terminate(): void;
}
