import { type Remote, wrap } from "comlink";
import type { ChunkRequest, SimulationApi } from "../../workers/simulation-api.ts";
import type { Program } from "../core/model/program.ts";
import type { Tally } from "../core/results/tally.ts";
import type { WorkerHandle } from "./worker-handle.ts";

export type SlotReply =
  | { readonly kind: "tally"; readonly tally: Tally }
  | { readonly kind: "failed"; readonly message: string };

/** One worker of a pool, asked one thing at a time. Every request settles, whatever the worker does. */
export interface WorkerSlot {
  /** Whether the worker has failed or was ended; it must not be asked any more. */
  readonly dead: boolean;
  simulate(request: ChunkRequest & { readonly program: Program }): Promise<SlotReply>;
  terminate(): void;
}

/** Start a worker; a request that takes longer than `patienceMs` counts as failed. */
export function createWorkerSlot(start: () => WorkerHandle, patienceMs: number): WorkerSlot {
  let death: string | undefined;
  let giveUp: ((reply: SlotReply) => void) | undefined;
  let handle: WorkerHandle | undefined;
  let worker: Remote<SimulationApi> | undefined;
  /** Keys whose program the worker has been sent. */
  const sent = new Set<string>();

  function die(message: string): void {
    if (death !== undefined) return;
    death = message;
    handle?.terminate();
    giveUp?.({ kind: "failed", message });
  }

  try {
    handle = start();
    handle.onDeath(die);
    worker = wrap<SimulationApi>(handle.endpoint);
  } catch (error) {
    die(String(error));
  }

  async function ask(request: ChunkRequest, remote: Remote<SimulationApi>): Promise<SlotReply> {
    const { program: _, ...rest } = request;
    const first = sent.has(request.key) ? rest : request;
    sent.add(request.key);
    let reply = await remote.simulate(first);
    if (reply.kind === "program-needed") reply = await remote.simulate(request);
    if (reply.kind === "tally") return reply;
    return { kind: "failed", message: "The worker refused a request with its program." };
  }

  function answer(request: ChunkRequest, remote: Remote<SimulationApi>): Promise<SlotReply> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => die(`The worker did not answer for ${patienceMs / 1000} s.`),
        patienceMs,
      );
      const settle = (reply: SlotReply) => {
        clearTimeout(timer);
        giveUp = undefined;
        resolve(reply);
      };
      giveUp = settle;
      ask(request, remote).then(settle, (error: unknown) => die(String(error)));
    });
  }

  return {
    get dead() {
      return death !== undefined;
    },
    async simulate(request) {
      if (death !== undefined) return { kind: "failed", message: death };
      if (worker === undefined) return { kind: "failed", message: "The worker has not started." };
      return answer(request, worker);
    },
    terminate: () => die("The worker was ended."),
  };
}
