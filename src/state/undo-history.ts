import { computed, type ReadonlySignal, signal } from "@preact/signals-core";

/** A step that can be undone, with what was there before and after it. */
export interface Step<Name, State> {
  readonly name: Name;
  readonly before: State;
  readonly after: State;
  /** Steps of one gesture, such as dragging a slider, are one step. */
  readonly gesture?: string | undefined;
}

/** Steps without limit, for the length of a visit. */
export interface UndoHistory<Name, State> {
  /** Name of the step that `undo` takes back. */
  readonly undoable: ReadonlySignal<Name | undefined>;
  readonly redoable: ReadonlySignal<Name | undefined>;
  /** Notes a step that was made; steps that were undone are gone then. */
  note(step: Step<Name, State>): void;
  /** What was there before the last step. */
  undo(): State | undefined;
  /** What was there after the step last undone. */
  redo(): State | undefined;
  /** Puts something else in the place of what was there before and after every step. */
  replace(by: (state: State) => State): void;
  /** Forgets all steps. */
  clear(): void;
}

/** A history without steps. */
export function createUndoHistory<Name, State>(): UndoHistory<Name, State> {
  const done = signal<readonly Step<Name, State>[]>([]);
  const undone = signal<readonly Step<Name, State>[]>([]);
  return {
    undoable: computed(() => done.value.at(-1)?.name),
    redoable: computed(() => undone.value.at(-1)?.name),
    note: (step) => {
      const last = done.peek().at(-1);
      const isSame = step.gesture !== undefined && step.gesture === last?.gesture;
      const joined = isSame && last !== undefined ? { ...step, before: last.before } : step;
      done.value = [...(isSame ? done.peek().slice(0, -1) : done.peek()), joined];
      undone.value = [];
    },
    undo: () => {
      const step = done.peek().at(-1);
      if (step === undefined) return undefined;
      done.value = done.peek().slice(0, -1);
      undone.value = [...undone.peek(), { ...step, gesture: undefined }];
      return step.before;
    },
    redo: () => {
      const step = undone.peek().at(-1);
      if (step === undefined) return undefined;
      undone.value = undone.peek().slice(0, -1);
      done.value = [...done.peek(), step];
      return step.after;
    },
    replace: (by) => {
      const replaced = (step: Step<Name, State>): Step<Name, State> => ({
        ...step,
        before: by(step.before),
        after: by(step.after),
      });
      done.value = done.peek().map(replaced);
      undone.value = undone.peek().map(replaced);
    },
    clear: () => {
      done.value = [];
      undone.value = [];
    },
  };
}
