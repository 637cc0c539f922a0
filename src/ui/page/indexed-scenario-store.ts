import type { KeptScenario, ScenarioStore } from "../../state/kept-scenario.ts";

const DATABASE = "planodds";
const SCENARIOS = "scenarios";
/** Raise it when `KeptScenario` changes, and convert what is kept. */
const VERSION = 1;

/**
 * Own scenarios in the browser's IndexedDB, one record for each, so that two tabs do not write over each other's.
 * The database is opened at the first use, and again after a failure.
 */
export function indexedScenarioStore(): ScenarioStore {
  let opened: Promise<IDBDatabase> | undefined;
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
      return settled(store.getAll(range) as IDBRequest<KeptScenario[]>);
    },
    write: async (records) => {
      const transaction = (await open()).transaction(SCENARIOS, "readwrite");
      const store = transaction.objectStore(SCENARIOS);
      for (const [key, record] of records) {
        if (record === undefined) store.delete(key);
        else store.put(record, key);
      }
      await completed(transaction);
    },
  };
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
