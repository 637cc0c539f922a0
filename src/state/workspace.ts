import { batch, computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Change, Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import { ownCopy } from "./own-copy.ts";
import { BASELINE } from "./plan.ts";
import { type Desk, type Elsewhere, rebasedDesk } from "./rebase-desk.ts";
import { createUndoHistory, type UndoHistory } from "./undo-history.ts";

/** What a step did, for the words beside Undo. */
export type StepName =
  /** Changed an assumption, a correlation or a tolerance; `subject` as `changeSubject` gives it. */
  | { readonly kind: "edit"; readonly subject: string }
  | {
      readonly kind: "reset" | "create" | "duplicate" | "describe" | "move" | "remove" | "import";
      readonly title: Text;
    };

/** What a workspace needs to know. */
export interface WorkspaceParts {
  /** Key of the plan on screen; each plan has scenarios of its own. */
  readonly planKey: ReadonlySignal<string>;
  /** The scenario on screen. */
  readonly active: () => Scenario | undefined;
  /** Shows another scenario. */
  readonly show: (id: string) => void;
  /** An id that no scenario has. */
  readonly newId: () => string;
}

/**
 * The user's own scenarios and every change to them, with undo. Shipped scenarios are never changed: the first
 * change to one makes a copy that is the user's own, and shows it.
 */
export interface Workspace {
  /** The user's own scenarios of the plan on screen, in order. */
  readonly own: ReadonlySignal<readonly Scenario[]>;
  readonly undoable: ReadonlySignal<StepName | undefined>;
  readonly redoable: ReadonlySignal<StepName | undefined>;
  /** Whether a scenario is the user's own. Reads a signal. */
  isOwn(id: string): boolean;
  /** Puts scenarios there that were kept from an earlier visit; no step, and earlier ones are forgotten. */
  restore(planKey: string, scenarios: readonly Scenario[]): void;
  /**
   * Takes in what another tab has made of a plan's scenario; no step, and earlier ones can still be undone. Gives
   * all own scenarios of the plan.
   * @param placeOf where a scenario belongs among the own ones
   */
  takeOver(
    planKey: string,
    changed: Elsewhere,
    placeOf: (id: string) => number | undefined,
  ): readonly Scenario[];
  /**
   * Gives the scenario on screen other changes.
   * @param gesture the same for all edits that belong to one movement of the hand
   */
  edit(changes: readonly Change[], name: StepName, gesture?: string): void;
  /** Puts scenarios at the end and shows the last of them. */
  add(scenarios: readonly Scenario[], name: StepName): void;
  /** Puts a scenario in the place of the own one with its id. */
  replace(scenario: Scenario, name: StepName): void;
  /** Takes an own scenario away; the baseline is shown where it was on screen. */
  remove(id: string): void;
  /** Moves an own scenario to another place among the own ones, counted from 0. */
  move(id: string, to: number): void;
  undo(): void;
  redo(): void;
}

/** A workspace without scenarios. */
export function createWorkspace({ planKey, active, show, newId }: WorkspaceParts): Workspace {
  const desks = signal<ReadonlyMap<string, readonly Scenario[]>>(new Map());
  const histories = new Map<string, UndoHistory<StepName, Desk>>();
  const own = computed(() => desks.value.get(planKey.value) ?? []);

  const history = (key: string): UndoHistory<StepName, Desk> => {
    const known = histories.get(key) ?? createUndoHistory<StepName, Desk>();
    histories.set(key, known);
    return known;
  };
  const put = (desk: Desk): void =>
    batch(() => {
      desks.value = new Map(desks.peek()).set(planKey.peek(), desk.own);
      show(desk.active);
    });
  const step = (name: StepName, after: Desk, gesture?: string): void => {
    const before = { own: own.peek(), active: active()?.id ?? BASELINE };
    history(planKey.peek()).note({ name, before, after, gesture });
    put(after);
  };
  const here = (): string => active()?.id ?? BASELINE;

  return {
    own,
    undoable: computed(() => history(planKey.value).undoable.value),
    redoable: computed(() => history(planKey.value).redoable.value),
    isOwn: (id) => own.value.some((scenario) => scenario.id === id),
    restore: (key, scenarios) =>
      batch(() => {
        desks.value = new Map(desks.peek()).set(key, scenarios);
        history(key).clear();
      }),
    takeOver: (key, changed, placeOf) => {
      const rebased = (desk: Desk): Desk => rebasedDesk(desk, changed);
      const isHere = key === planKey.peek();
      const before = { own: desks.peek().get(key) ?? [], active: isHere ? here() : BASELINE };
      const { own: mine, active: shown } = rebased(before);
      // What was removed here and changed there is there again.
      const { id, theirs } = changed;
      const isGone = theirs !== undefined && mine.every((scenario) => scenario.id !== id);
      const after = inPlace(isGone ? [...mine, theirs] : mine, placeOf);
      batch(() => {
        history(key).replace(rebased);
        desks.value = new Map(desks.peek()).set(key, after);
        if (isHere) show(shown);
      });
      return after;
    },
    edit: (changes, name, gesture) => {
      const scenario = active();
      if (scenario === undefined) return;
      const isOwn = own.peek().some(({ id }) => id === scenario.id);
      const edited = isOwn
        ? { ...scenario, changes }
        : { ...ownCopy(scenario, own.peek(), newId()), changes };
      const others = isOwn
        ? own.peek().map((each) => (each.id === edited.id ? edited : each))
        : [...own.peek(), edited];
      step(name, { own: others, active: edited.id }, gesture);
    },
    add: (scenarios, name) => {
      step(name, { own: [...own.peek(), ...scenarios], active: scenarios.at(-1)?.id ?? here() });
    },
    replace: (scenario, name) => {
      const replaced = own.peek().map((each) => (each.id === scenario.id ? scenario : each));
      step(name, { own: replaced, active: here() });
    },
    remove: (id) => {
      const removed = own.peek().find((scenario) => scenario.id === id);
      if (removed === undefined) return;
      const rest = own.peek().filter((scenario) => scenario !== removed);
      const name = { kind: "remove", title: removed.title } as const;
      step(name, { own: rest, active: here() === id ? BASELINE : here() });
    },
    move: (id, to) => {
      const moved = own.peek().find((scenario) => scenario.id === id);
      if (moved === undefined) return;
      const rest = own.peek().filter((scenario) => scenario !== moved);
      const reordered = [...rest.slice(0, to), moved, ...rest.slice(to)];
      step({ kind: "move", title: moved.title }, { own: reordered, active: here() });
    },
    undo: () => {
      const desk = history(planKey.peek()).undo();
      if (desk !== undefined) put(desk);
    },
    redo: () => {
      const desk = history(planKey.peek()).redo();
      if (desk !== undefined) put(desk);
    },
  };
}

/** Scenarios by place, one without a place staying behind the one before it; of two in one place by id. */
function inPlace(
  scenarios: readonly Scenario[],
  placeOf: (id: string) => number | undefined,
): readonly Scenario[] {
  let last = -1;
  const placed = scenarios.map((scenario) => {
    const place = placeOf(scenario.id);
    last = place ?? last;
    return { scenario, last, isNew: place === undefined };
  });
  const rank = ({ last: place, isNew }: (typeof placed)[number]): number =>
    place + (isNew ? 0.5 : 0);
  return placed
    .toSorted((a, b) => rank(a) - rank(b) || (a.scenario.id < b.scenario.id ? -1 : 1))
    .map(({ scenario }) => scenario);
}
