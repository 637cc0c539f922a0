import type { ReadonlySignal } from "@preact/signals-core";
import type { KeptScenario, ScenarioStore } from "./kept-scenario.ts";
import { createRecordWriter, type Records } from "./record-writer.ts";

/** A record that another tab has changed. */
export interface OtherRecord {
  readonly key: string;
  /** What this tab knew to be there; `undefined` where there was none. */
  readonly base: KeptScenario | undefined;
  /** What is there now; `undefined` where it was removed. */
  readonly theirs: KeptScenario | undefined;
  /** What this tab wanted to put there itself, where both did. */
  readonly clash?: { readonly mine: KeptScenario | undefined };
}

/** The records of own scenarios as this tab has them, in step with the store and with other tabs. */
export interface RecordBook {
  /** What this tab has put or found, kept already or on its way to be. */
  readonly records: ReadonlyMap<string, KeptScenario>;
  /** Whether the browser refused to keep something. */
  readonly isRefused: ReadonlySignal<boolean>;
  /** Loads a plan's records once; gives nothing to wait for where they are there. */
  load(planKey: string): Promise<void> | undefined;
  put(changes: Records): void;
  refuse(): void;
  dispose(): void;
}

/** @param tell is called with what other tabs have changed, once `records` has it */
export function createRecordBook(
  store: ScenarioStore,
  tell: (others: readonly OtherRecord[]) => void,
): RecordBook {
  const records = new Map<string, KeptScenario>();
  /** What the store is known to hold. */
  const agreed = new Map<string, KeptScenario>();
  const loading = new Map<string, Promise<void> | undefined>();
  let isLooking = false;
  let mustLook = false;

  const writer = createRecordWriter(
    store,
    (key) => agreed.get(key)?.revision,
    ({ kept, clashes }) => {
      for (const [key, record] of kept) set(agreed, key, record);
      const others = [...clashes].map(([key, { mine, theirs }]): OtherRecord => {
        const base = agreed.get(key);
        accept(key, theirs);
        return { key, base, theirs, clash: { mine } };
      });
      if (others.length > 0) tell(others);
      if (mustLook) void look();
    },
  );
  const accept = (key: string, theirs: KeptScenario | undefined): void => {
    set(agreed, key, theirs);
    set(records, key, theirs);
  };

  /** Finds what other tabs have changed; what is being written here is left for the writing to find. */
  async function look(): Promise<void> {
    mustLook = isLooking;
    if (isLooking) return;
    isLooking = true;
    try {
      for (const planKey of loading.keys()) {
        const found = new Map((await store.load(planKey)).map((record) => [keyOf(record), record]));
        const mine = [...agreed].filter(([, record]) => record.planKey === planKey);
        const keys = new Set([...found.keys(), ...mine.map(([key]) => key)]);
        const others = [...keys].flatMap((key): readonly OtherRecord[] => {
          const [base, theirs] = [agreed.get(key), found.get(key)];
          if (base?.revision === theirs?.revision) return [];
          if (records.get(key) !== base) {
            mustLook = true;
            return [];
          }
          accept(key, theirs);
          return [{ key, base, theirs }];
        });
        if (others.length > 0) tell(others);
      }
    } catch {
      writer.refuse();
    }
    isLooking = false;
  }
  const stopWatching = store.watch(() => void look());

  const begin = async (planKey: string): Promise<void> => {
    try {
      for (const record of await store.load(planKey)) accept(keyOf(record), record);
    } catch {
      writer.refuse();
    }
    loading.set(planKey, undefined);
  };
  return {
    records,
    isRefused: writer.isRefused,
    load: (planKey) => {
      if (!loading.has(planKey)) loading.set(planKey, begin(planKey));
      return loading.get(planKey);
    },
    put: (changes) => {
      for (const [key, record] of changes) set(records, key, record);
      writer.write(changes);
    },
    refuse: writer.refuse,
    dispose: stopWatching,
  };
}

const keyOf = ({ planKey, scenario }: KeptScenario): string => `${planKey}/${scenario.id}`;

function set(to: Map<string, KeptScenario>, key: string, record: KeptScenario | undefined): void {
  if (record === undefined) to.delete(key);
  else to.set(key, record);
}
