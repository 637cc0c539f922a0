import type { KeptScenario, RecordChange, ScenarioStore } from "../../state/kept-scenario.ts";

const DATABASE = "planodds";
const SCENARIOS = "scenarios";
/** Raise it when `KeptScenario` changes, and convert what is kept. */
const VERSION = 1;

/**
 * Own scenarios in the browser's IndexedDB, one record for each; two tabs do not write over each other's work.
 * The database is opened at the first use, and again after a failure.
 */
export function indexedScenarioStore(): ScenarioStore {
  let opened: Promise<IDBDatabase> | undefined;
  // Other tabs hear it, this one does not.
  const channel =
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(DATABASE);
  const open = async (): Promise<IDBDatabase> => {
    opened ??= openDatabase();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
  return {
    load: async (planKey) => {
      const store = (await open()).transaction(SCENARIOS).objectStore(SCENARIOS);
      // All keys that begin with the plan's: `0` is the character after `/`.
      const range = IDBKeyRange.bound(`${planKey}/`, `${planKey}0`, false, true);
      return (await settled<unknown[]>(store.getAll(range))).map(revised);
    },
    write: async (changes) => {
      const transaction = (await open()).transaction(SCENARIOS, "readwrite");
      const store = transaction.objectStore(SCENARIOS);
      const others = new Map<string, KeptScenario | undefined>();
      for (const [key, change] of changes) putWhereSeen(store, key, change, others);
      await completed(transaction);
      channel?.postMessage("written");
      return others;
    },
    watch: (told) => {
      channel?.addEventListener("message", told);
      return () => channel?.removeEventListener("message", told);
    },
  };
}

/** Puts a record in place of the one that it replaces; another one that is there instead is noted and stays. */
function putWhereSeen(
  store: IDBObjectStore,
  key: string,
  { record, replaces }: RecordChange,
  others: Map<string, KeptScenario | undefined>,
): void {
  const request: IDBRequest<unknown> = store.get(key);
  // All within one transaction: no other tab writes in between.
  request.onsuccess = () => {
    const there = request.result === undefined ? undefined : revised(request.result);
    if (there?.revision !== replaces) others.set(key, there);
    else if (record === undefined) store.delete(key);
    else store.put(record, key);
  };
}

/** A record as it was kept; early ones had no revision. */
function revised(kept: unknown): KeptScenario {
  const record = kept as KeptScenario;
  return { ...record, revision: record.revision ?? "" };
}

async function openDatabase(): Promise<IDBDatabase> {
  // Where a browser forbids storage, `indexedDB` itself may be missing or throw.
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => request.result.createObjectStore(SCENARIOS);
  const database = await settled(request);
  // Another tab with a newer version of the app must not wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
