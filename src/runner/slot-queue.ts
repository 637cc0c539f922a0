import type { WorkerSlot } from "./worker-slot.ts";

/** Lends the workers of a pool, first come, first served. */
export interface SlotQueue {
  readonly closed: boolean;
  /** Whether someone waits for a worker. */
  readonly isWanted: boolean;
  /** Wait for a free worker, and keep it until `work` has settled. After `close` it is a dead one. */
  use(work: (slot: WorkerSlot) => Promise<void>): Promise<void>;
  /**
   * Start the workers that are not there yet, if any; each is lent once `exercise` has settled, so that nobody
   * waits for what is slow the first time.
   */
  complete(exercise: (slot: WorkerSlot) => Promise<unknown>): void;
  /** Replace every worker when it is next asked for; work under way may end. */
  renew(): void;
  /** End all workers. */
  close(): void;
}

/**
 * Start `atOnce` of `size` workers and lend them, the others when told to `complete`; a dead one is replaced when it
 * is next asked for.
 */
export function createSlotQueue(size: number, atOnce: number, start: () => WorkerSlot): SlotQueue {
  const slots = Array.from({ length: Math.min(size, atOnce) }, start);
  const free = slots.map((_, place) => place);
  const waiting: ((place: number) => void)[] = [];
  /** Places whose worker is to be replaced. */
  const old = new Set<number>();
  let closed = false;

  function take(): Promise<number> {
    const place = free.shift();
    if (place !== undefined) return Promise.resolve(place);
    return new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(place: number): void {
    const next = waiting.shift();
    if (next === undefined) free.push(place);
    else next(place);
  }

  function slotAt(place: number): WorkerSlot {
    const slot = slots[place];
    const isUsable = slot?.dead === false && !old.has(place);
    if (slot !== undefined && (isUsable || closed)) return slot;
    slot?.terminate();
    old.delete(place);
    const fresh = start();
    slots[place] = fresh;
    return fresh;
  }

  function startOthers(exercise: (slot: WorkerSlot) => Promise<unknown>): void {
    while (!closed && slots.length < size) {
      const place = slots.length;
      const slot = start();
      slots.push(slot);
      void exercise(slot).finally(() => giveBack(place));
    }
  }

  return {
    get closed() {
      return closed;
    },
    get isWanted() {
      return waiting.length > 0;
    },
    async use(work) {
      const place = await take();
      try {
        await work(slotAt(place));
      } finally {
        giveBack(place);
      }
    },
    complete(exercise) {
      // Whatever the first answer was awaited for goes first.
      if (slots.length < size) setTimeout(() => startOthers(exercise));
    },
    renew() {
      for (const place of slots.keys()) old.add(place);
    },
    close() {
      closed = true;
      for (const slot of slots) slot.terminate();
    },
  };
}
