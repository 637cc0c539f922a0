import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { KeptScenario, ScenarioStore } from "./kept-scenario.ts";

/** Records by key; `undefined` is one that is removed. */
export type Records = ReadonlyMap<string, KeptScenario | undefined>;

/** What came of a batch of records. */
export interface Written {
  /** Those that are kept now. */
  readonly kept: Records;
  /** Those that are not, since another tab has put others there, with these. */
  readonly clashes: ReadonlyMap<string, Clash>;
}

/** Two versions of one record; `undefined` where a side has removed it. */
export interface Clash {
  readonly mine: KeptScenario | undefined;
  readonly theirs: KeptScenario | undefined;
}

/** Writes records one batch after the other. */
export interface RecordWriter {
  /** Whether the last attempt to keep something was refused. */
  readonly isRefused: ReadonlySignal<boolean>;
  /** Writes records by key; of changes to one record while others are being written only the last counts. */
  write(records: Records): void;
  /** Notes that the store refuses, without an attempt. */
  refuse(): void;
}

/**
 * What was refused is tried again together with the next change; a clash is not.
 * @param known revision of the record that is known to be kept under a key
 * @param settle takes what came of each batch, before the next is written
 */
export function createRecordWriter(
  store: Pick<ScenarioStore, "write">,
  known: (key: string) => string | undefined,
  settle: (written: Written) => void,
): RecordWriter {
  const isRefused = signal(false);
  let waiting = new Map<string, KeptScenario | undefined>();
  let isWriting = false;

  async function writeBatch(batch: Records): Promise<void> {
    const changes = [...batch].map(
      ([key, record]) => [key, { record, replaces: known(key) }] as const,
    );
    const others = await store.write(new Map(changes));
    const kept = new Map([...batch].filter(([key]) => !others.has(key)));
    const clashes = new Map<string, Clash>();
    for (const [key, theirs] of others) {
      // What was to be written next belongs to what clashed.
      const mine = waiting.has(key) ? waiting.get(key) : batch.get(key);
      waiting.delete(key);
      clashes.set(key, { mine, theirs });
    }
    settle({ kept, clashes });
  }

  async function work(): Promise<void> {
    isWriting = true;
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      try {
        await writeBatch(batch);
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
