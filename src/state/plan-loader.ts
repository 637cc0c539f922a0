import { effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals-core";
import { OWN_PLAN_KEY, type PlanEntry, type PlanFiles, type PlanState } from "./plan.ts";
import { type PlanReader, readPlanFile } from "./read-plan-file.ts";

/** What a loader reads from. */
export interface PlanSources {
  readonly plans: readonly PlanEntry[];
  readonly loadReader: () => Promise<PlanReader>;
  /** The key of the plan wanted. */
  readonly key: ReadonlySignal<string>;
  /** The user's own files, if there is one. */
  readonly own: ReadonlySignal<PlanFiles | undefined>;
}

/** Keeps the plan read that is wanted. */
export interface PlanLoader {
  readonly plan: ReadonlySignal<PlanState>;
  /** Reads again, after a failure. */
  reload(): void;
  dispose(): void;
}

/** Follows the wanted key and file; of readings under way at the same time only the last one counts. */
export function createPlanLoader(sources: PlanSources): PlanLoader {
  const plan: Signal<PlanState> = signal({ kind: "loading", key: "" });
  const attempt = signal(0);
  let turn = 0;

  async function open(key: string, own: PlanFiles | undefined): Promise<void> {
    turn += 1;
    const mine = turn;
    plan.value = { kind: "loading", key };
    const next = await read(sources, key, own);
    if (mine === turn) plan.value = next;
  }

  const dispose = effect(() => {
    const key = sources.key.value;
    const own = key === OWN_PLAN_KEY ? sources.own.value : undefined;
    attempt.value;
    void untracked(() => open(key, own));
  });

  return {
    plan,
    reload: () => {
      attempt.value += 1;
    },
    dispose,
  };
}

async function read(
  { plans, loadReader }: PlanSources,
  key: string,
  own: PlanFiles | undefined,
): Promise<PlanState> {
  const find = (id: string) => plans.find((entry) => entry.key === id);
  const entry = find(key);
  if (entry === undefined && own === undefined) return { kind: "unknown", key };
  try {
    const shipped = own === undefined && entry !== undefined ? await readAhead(entry) : undefined;
    if (shipped !== undefined) return shipped;
    const [reader, files, scenarios] = await Promise.all([
      loadReader(),
      own ?? entry?.loadPlan(),
      entry?.loadScenarios(),
    ]);
    if (files === undefined) return { kind: "unknown", key };
    const scenariosOf = async (id: string) => scenarios ?? (await find(id)?.loadScenarios()) ?? [];
    return await readPlanFile(reader, key, files, scenariosOf);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", key, message };
  }
}

/** A plan that was read when the app was built. */
async function readAhead({ key, loadPlan, loadRead }: PlanEntry): Promise<PlanState | undefined> {
  if (loadRead === undefined) return undefined;
  const read = await loadRead();
  return read && { kind: "ready", plan: { key, loadFiles: loadPlan, ...read } };
}
