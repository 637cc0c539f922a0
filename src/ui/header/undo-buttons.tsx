import { useEffect } from "preact/hooks";
import type { StepName } from "../../state/workspace.ts";
import { useApp, useWords } from "../app-context.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { stepWords } from "../text/step-words.ts";

/** Undo and redo with the name of the step; also Ctrl or ⌘ with Z and Y. Absent until there is a step. */
export function UndoButtons() {
  const { t, language } = useWords();
  const app = useApp();
  const { workspace } = app;
  useUndoKeys();
  const state = app.plan.value;
  const [undoable, redoable] = [workspace.undoable.value, workspace.redoable.value];
  if (state.kind !== "ready" || (undoable === undefined && redoable === undefined)) return null;
  const words = (verb: string, step: StepName | undefined, nothing: string): string =>
    step === undefined
      ? nothing
      : `${verb}${t.colon}${stepWords(step, state.plan.definition, language)}`;
  const undo = words(t.undo.undo, undoable, t.undo.nothing);
  const redo = words(t.undo.redo, redoable, t.undo.nothingRedone);
  return (
    <>
      <IconButton
        icon="undo"
        label={undo}
        disabled={undoable === undefined}
        onPress={workspace.undo}
      />
      <IconButton
        icon="redo"
        label={redo}
        disabled={redoable === undefined}
        onPress={workspace.redo}
      />
    </>
  );
}

/** In a field for text the keys undo the typing, as everywhere. */
function useUndoKeys(): void {
  const { workspace } = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && !isRedo) return;
      event.preventDefault();
      if (isRedo) workspace.redo();
      else workspace.undo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [workspace]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !["range", "checkbox", "radio"].includes(target.type));
