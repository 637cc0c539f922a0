import { type Remote, wrap } from "comlink";
import type {
  ChunkReply,
  ChunkRequest,
  ColumnsReply,
  ColumnsRequest,
  MovedProgram,
  ProgramNeeded,
  ProgramRequest,
  SimulationApi,
  SliceReply,
  SliceRequest,
  WeighReply,
  WeighRequest,
} from "../../workers/simulation-api.ts";
import type { Program } from "../core/model/program.ts";
import { programMoves } from "../core/model/program-moves.ts";
import type { WorkerHandle } from "./worker-handle.ts";

/** What a worker answers once it has the program, or why it does not. */
export type SlotReply<Reply> = Exclude<Reply, ProgramNeeded> | Failed;

interface Failed {
  readonly kind: "failed";
  readonly message: string;
}

type WithProgram<Request> = Request & { readonly program: Program };

/** One worker of a pool, asked one thing at a time. Every request settles, whatever the worker does. */
export interface WorkerSlot {
  /** Whether the worker has failed or was ended; it must not be asked any more. */
  readonly dead: boolean;
  simulate(request: WithProgram<ChunkRequest>): Promise<SlotReply<ChunkReply>>;
  weigh(request: WithProgram<WeighRequest>): Promise<SlotReply<WeighReply>>;
  analyse(request: WithProgram<SliceRequest>): Promise<SlotReply<SliceReply>>;
  columns(request: WithProgram<ColumnsRequest>): Promise<SlotReply<ColumnsReply>>;
  terminate(): void;
}

/** Start a worker; a request that takes longer than `patienceMs` counts as failed. */
export function createWorkerSlot(start: () => WorkerHandle, patienceMs: number): WorkerSlot {
  let death: string | undefined;
  let giveUp: ((reply: Failed) => void) | undefined;
  let handle: WorkerHandle | undefined;
  let worker: Remote<SimulationApi> | undefined;
  /** Keys whose program the worker has been sent. */
  const sent = new Set<string>();
  /** What the worker was last asked about: a moved assumption makes a program that is like it. */
  let last: { readonly key: string; readonly program: Program } | undefined;

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

  function movedFromLast(program: Program | undefined): MovedProgram | undefined {
    const moves = last && program && programMoves(last.program, program);
    return last && moves && { from: last.key, moves };
  }

  /** Send a request, with the program only where the worker does not have it. */
  async function ask<Request extends ProgramRequest, Reply extends { readonly kind: string }>(
    request: Request,
    send: (request: Request) => Promise<Reply | ProgramNeeded>,
  ): Promise<SlotReply<Reply>> {
    const { key, program, ...rest } = request;
    const moved = sent.has(key) ? undefined : movedFromLast(program);
    const hasProgram = sent.has(key) || moved !== undefined;
    const first = hasProgram ? ({ key, ...rest, ...(moved && { moved }) } as Request) : request;
    sent.add(key);
    if (program !== undefined) last = { key, program };
    let reply = await send(first);
    if (isProgramNeeded(reply)) reply = await send(request);
    if (!isProgramNeeded(reply)) return reply as Exclude<Reply, ProgramNeeded>;
    return { kind: "failed", message: "The worker refused a request with its program." };
  }

  /** Ask, and settle when the worker dies or patience ends. */
  async function answer<Request extends ProgramRequest, Reply extends { readonly kind: string }>(
    request: Request,
    send: (remote: Remote<SimulationApi>, request: Request) => Promise<Reply | ProgramNeeded>,
  ): Promise<SlotReply<Reply>> {
    if (death !== undefined) return { kind: "failed", message: death };
    const remote = worker;
    if (remote === undefined) return { kind: "failed", message: "The worker has not started." };
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => die(`The worker did not answer for ${patienceMs / 1000} s.`),
        patienceMs,
      );
      const settle = (reply: SlotReply<Reply>) => {
        clearTimeout(timer);
        giveUp = undefined;
        resolve(reply);
      };
      giveUp = settle;
      const asked = ask(request, (message) => send(remote, message));
      asked.then(settle, (error: unknown) => die(String(error)));
    });
  }

  return {
    get dead() {
      return death !== undefined;
    },
    simulate: (request) => answer(request, (remote, message) => remote.simulate(message)),
    weigh: (request) => answer(request, (remote, message) => remote.weigh(message)),
    analyse: (request) => answer(request, (remote, message) => remote.analyse(message)),
    columns: (request) => answer(request, (remote, message) => remote.columns(message)),
    terminate: () => die("The worker was ended."),
  };
}

const isProgramNeeded = (reply: { readonly kind: string }): reply is ProgramNeeded =>
  reply.kind === "program-needed";
