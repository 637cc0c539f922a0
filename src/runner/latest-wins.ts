/** Runs the latest of many requests, one at a time. */
export interface LatestWins<Request> {
  /** Supersede what is running or waiting; the new request starts when the running one has ended. */
  request(request: Request): void;
  /** Abort what is running and forget what is waiting. */
  cancel(): void;
}

/**
 * Schedule `run` so that only the latest request counts. A newer request aborts the signal of the
 * running one; requests that were overtaken while waiting never run. Requests made in one turn of
 * the event loop run once. A `run` that rejects is reported as an unhandled rejection, and later
 * requests still run.
 */
export function latestWins<Request>(
  run: (request: Request, signal: AbortSignal) => Promise<void>,
): LatestWins<Request> {
  let waiting: { readonly request: Request } | undefined;
  let running: AbortController | undefined;

  async function drain(): Promise<void> {
    // One turn of microtasks, in which further requests may still overtake this one.
    await Promise.resolve();
    if (running !== undefined || waiting === undefined) return;
    const { request } = waiting;
    waiting = undefined;
    running = new AbortController();
    try {
      await run(request, running.signal);
    } finally {
      running = undefined;
      void drain();
    }
  }

  return {
    request(request) {
      waiting = { request };
      running?.abort();
      void drain();
    },
    cancel() {
      waiting = undefined;
      running?.abort();
    },
  };
}
