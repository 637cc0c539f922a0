import { batch, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { Issue } from "../core/outcome.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import { type KeptScenario, keptScenario, recordKey, type ScenarioStore } from "./kept-scenario.ts";
import type { Plan, PlanState, SourceFile } from "./plan.ts";
import type { PlanReader } from "./read-plan-file.ts";
import { createRecordBook, type OtherRecord } from "./record-book.ts";
import type { Records } from "./record-writer.ts";
import { type Collision, takeOver } from "./take-over.ts";
import type { Workspace } from "./workspace.ts";

/** A kept scenario that the plan, which has changed since, no longer takes. */
export interface Misfit {
  readonly scenario: Scenario;
  /** Its file, and where it does not fit. */
  readonly source: SourceFile;
  readonly issues: readonly Issue[];
}

/** What keeping needs. */
export interface KeepingParts {
  readonly store: ScenarioStore;
  readonly planKey: ReadonlySignal<string>;
  /** The plan as it is read, without own scenarios. */
  readonly plan: ReadonlySignal<PlanState>;
  readonly workspace: Pick<Workspace, "own" | "restore" | "takeOver">;
  /** An id that no scenario has. */
  readonly newId: () => string;
  readonly loadReader: () => Promise<Pick<PlanReader, "readScenario" | "writeScenario">>;
}

/** Keeps the workspace's scenarios from one visit to the next. */
export interface Keeping {
  /** Whether what was kept for this plan is back in the workspace. Reads a signal. */
  isRestored(plan: Plan): boolean;
  /** Kept scenarios that do not fit the plan on screen; they stay until they are forgotten. */
  readonly misfits: ReadonlySignal<readonly Misfit[]>;
  /** Whether the browser refused to keep something, or has no room: it is gone with the page. */
  readonly isRefused: ReadonlySignal<boolean>;
  /** What two tabs have changed since the user last took note. */
  readonly collisions: ReadonlySignal<readonly Collision[]>;
  dismissCollisions(): void;
  /** Removes a misfit. */
  forget(id: string): void;
  dispose(): void;
}

/** Restores what was kept when a plan is read, and writes every change from then on. */
export function followKeeping(parts: KeepingParts): Keeping {
  const { planKey, plan, workspace, loadReader } = parts;
  const misfits = signal<readonly Misfit[]>([]);
  const restored = signal<string | undefined>(undefined);
  const collisions = signal<readonly Collision[]>([]);
  const follow = (other: OtherRecord): void => {
    const found = takeOver(other, { ...parts, plan: readyPlan(plan.peek()), records });
    collisions.value = [...collisions.peek(), ...found.collisions];
    book.put(found.records);
  };
  const book = createRecordBook(parts.store, (others) => batch(() => others.forEach(follow)));
  const { records } = book;

  const finish = (to: Plan, own: readonly Scenario[], unfit: readonly Misfit[]): void => {
    // What was made while the kept ones were on their way.
    const fresh = workspace.own
      .peek()
      .filter(({ id, model }) => model === to.definition.id && !records.has(recordKey(to.key, id)));
    batch(() => {
      misfits.value = unfit;
      workspace.restore(to.key, [...own, ...fresh]);
      restored.value = stamp(to);
    });
  };
  async function restore(to: Plan): Promise<void> {
    const waiting = book.load(to.key);
    if (waiting !== undefined) await waiting;
    const mine = recordsOf(records, to).map(([, record]) => record);
    if (mine.every(({ planHash }) => planHash === to.hash)) {
      finish(to, scenariosOf(mine), []);
      return;
    }
    const { fit, unfit } = checkAgain(await loadReader(), mine, to);
    if (readyPlan(plan.peek()) === to) finish(to, fit, unfit);
  }

  const stopLoading = effect(() => void book.load(planKey.value));
  const stopRestoring = effect(() => {
    const ready = readyPlan(plan.value);
    if (ready === undefined) return;
    untracked(() => {
      if (restored.value !== stamp(ready)) restore(ready).catch(book.refuse);
    });
  });
  const stopWriting = effect(() => {
    const ready = readyPlan(plan.value);
    const own = workspace.own.value;
    if (ready === undefined || restored.value !== stamp(ready)) return;
    const unfit = new Set(untracked(() => misfits.value.map(({ scenario }) => scenario.id)));
    untracked(() => book.put(changesSince(records, own, unfit, ready, parts.newId)));
  });

  return {
    isRestored: (of) => restored.value === stamp(of),
    misfits,
    isRefused: book.isRefused,
    collisions,
    dismissCollisions: () => {
      collisions.value = [];
    },
    forget: (id) => {
      misfits.value = misfits.peek().filter(({ scenario }) => scenario.id !== id);
      book.put(new Map([[recordKey(planKey.peek(), id), undefined]]));
    },
    dispose: () => {
      stopLoading();
      stopRestoring();
      stopWriting();
      book.dispose();
    },
  };
}

const stamp = ({ key, hash }: Plan): string => `${key} ${hash}`;

const readyPlan = (state: PlanState): Plan | undefined =>
  state.kind === "ready" ? state.plan : undefined;

const scenariosOf = (records: readonly KeptScenario[]): readonly Scenario[] =>
  records.map(({ scenario }) => scenario);

/** A plan's records in order; own plan files that are other models have others. */
function recordsOf(
  records: ReadonlyMap<string, KeptScenario>,
  { key, definition }: Plan,
): [string, KeptScenario][] {
  return [...records]
    .filter(([, { planKey, scenario }]) => planKey === key && scenario.model === definition.id)
    .sort(([, a], [, b]) => a.place - b.place);
}

/** Records that differ from what is in the workspace; those of misfits stay. */
function changesSince(
  records: ReadonlyMap<string, KeptScenario>,
  own: readonly Scenario[],
  unfit: ReadonlySet<string>,
  plan: Plan,
  newRevision: () => string,
): Records {
  const changes = new Map<string, KeptScenario | undefined>();
  own.forEach((scenario, place) => {
    const key = recordKey(plan.key, scenario.id);
    const known = records.get(key);
    const isKept =
      known?.scenario === scenario && known.place === place && known.planHash === plan.hash;
    if (!isKept) changes.set(key, keptScenario(scenario, place, plan, newRevision()));
  });
  const present = new Set([...unfit, ...own.map(({ id }) => id)]);
  for (const [key, { scenario, planHash }] of recordsOf(records, plan)) {
    // Those of another version of the plan are another tab's.
    if (planHash === plan.hash && !present.has(scenario.id)) changes.set(key, undefined);
  }
  return changes;
}

/** Reads scenarios kept with another version of the plan as files. */
function checkAgain(
  { readScenario, writeScenario }: Pick<PlanReader, "readScenario" | "writeScenario">,
  records: readonly KeptScenario[],
  plan: Plan,
): { readonly fit: readonly Scenario[]; readonly unfit: readonly Misfit[] } {
  const fit: Scenario[] = [];
  const unfit: Misfit[] = [];
  for (const { scenario, planHash, parameters } of records) {
    const source = {
      file: `${scenario.id}.yaml`,
      text: writeScenario(scenario, { parameters }),
    };
    const outcome =
      planHash === plan.hash || readScenario(source.text, source.file, plan.definition);
    if (outcome === true) fit.push(scenario);
    else if (outcome.ok) fit.push(outcome.value);
    else unfit.push({ scenario, source, issues: outcome.issues });
  }
  return { fit, unfit };
}
