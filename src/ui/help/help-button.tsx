import { useEffect, useRef, useState } from "preact/hooks";
import { useApp, useWords } from "../app-context.ts";
import { lazyComponent } from "../page/lazy.tsx";
import { helpWords } from "./help-words.ts";

const LazyHelpDialog = lazyComponent(
  () => import("./help-dialog.tsx").then((module) => module.HelpDialog),
  true,
);

/** Opens help; so does `?`. Single keys work only while the user wants them and no field has the focus. */
export function HelpButton() {
  const { language } = useWords();
  const { preferences } = useApp();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = helpWords(language).button;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
      if (!isPlain || isField(event.target) || !preferences.shortcuts.peek()) return;
      if (event.key === "?") setOpen((was) => !was);
      else if (!actOn(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [preferences]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button help-button"
        aria-label={`? ${label}`}
        title={label}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {isOpen && (
        <LazyHelpDialog
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input:not([type=range], [type=checkbox], [type=radio]), textarea, select");

/** Goes to a page or to the search field; false where the key means nothing here. */
function actOn(key: string): boolean {
  if (key === "/") {
    const search = document.querySelector<HTMLInputElement>("main input[type=search]");
    search?.focus();
    return search !== null;
  }
  if (!/^[1-9]$/.test(key)) return false;
  const tab = document.querySelectorAll<HTMLAnchorElement>(".view-tabs a")[Number(key) - 1];
  tab?.click();
  return tab !== undefined;
}
