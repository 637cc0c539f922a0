import "./help-dialog.css";
import { useEffect, useRef } from "preact/hooks";
import { useApp, useWords } from "../app-context.ts";
import { helpWords } from "./help-words.ts";

/** Every shortcut, whether single keys are used, and the way back to the tour. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { language } = useWords();
  const { preferences } = useApp();
  const words = helpWords(language);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys: readonly (readonly [readonly string[], string, string?])[] = [
    [["?"], words.keys.help],
    [["1", "8"], words.keys.pages, words.to],
    [["/"], words.keys.search],
    [["↑", "↓", "Enter"], words.keys.rows],
    [["←", "→"], words.keys.slider],
    [["Ctrl+Z", "⌘Z"], words.keys.undo, words.or],
    [["Ctrl+Y", "⇧⌘Z"], words.keys.redo, words.or],
  ];
  return (
    <dialog ref={dialog} class="help-dialog" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{words.title}</h2>
      <dl>
        {keys.map(([names, meaning, between = ""]) => (
          <div key={meaning}>
            <dt>
              {names.map((name, index) => (
                <span key={name}>
                  {index > 0 && <span class="quiet"> {between} </span>}
                  <kbd>{name}</kbd>
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label class="help-choice">
        <input
          type="checkbox"
          checked={preferences.shortcuts.value}
          onChange={(event) => preferences.setShortcuts(event.currentTarget.checked)}
        />
        {words.enabled}
      </label>
      <div class="help-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            dialog.current?.close();
            preferences.setToured(false);
          }}
        >
          {words.again}
        </button>
        <button type="button" class="button button-strong" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
    </dialog>
  );
}
