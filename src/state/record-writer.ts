import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { KeptScenario, ScenarioStore } from "./kept-scenario.ts";

/** Writes records one batch after the other. */
export interface RecordWriter {
  /** Whether the last attempt to keep something was refused. */
  readonly isRefused: ReadonlySignal<boolean>;
  /** Writes records by key; of changes to one record while others are being written only the last counts. */
  write(records: ReadonlyMap<string, KeptScenario | undefined>): void;
  /** Notes that the store refuses, without an attempt. */
  refuse(): void;
}

/** What was refused is tried again together with the next change. */
export function createRecordWriter(store: ScenarioStore): RecordWriter {
  const isRefused = signal(false);
  let waiting = new Map<string, KeptScenario | undefined>();
  let isWriting = false;

  async function work(): Promise<void> {
    isWriting = true;
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      try {
        await store.write(batch);
        isRefused.value = false;
      } catch {
        waiting = new Map([...batch, ...waiting]);
        isRefused.value = true;
        break;
      }
    }
    isWriting = false;
  }

  return {
    isRefused,
    write: (records) => {
      if (records.size === 0) return;
      for (const [key, record] of records) waiting.set(key, record);
      if (!isWriting) void work();
    },
    refuse: () => {
      isRefused.value = true;
    },
  };
}
