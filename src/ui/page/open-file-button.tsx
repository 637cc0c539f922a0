import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useApp, useWords } from "../app-context.ts";
import { readTextFile } from "./read-text-file.ts";

export interface OpenFileButtonProps {
  readonly className: string;
  readonly children: ComponentChildren;
  readonly onOpened?: () => void;
}

/** Opens the user's own plan file, with its history table where there is one, through the system's file dialogue. */
export function OpenFileButton({ className, children, onOpened }: OpenFileButtonProps) {
  const { t } = useWords();
  const app = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept=".yaml,.yml,.csv,application/yaml,text/yaml,text/csv"
        multiple
        tabIndex={-1}
        aria-label={t.plan.openFile}
        onChange={async (event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length === 0) return;
          await app.openFiles(await Promise.all(files.map(readTextFile)));
          onOpened?.();
        }}
      />
      <button type="button" class={className} onClick={() => input.current?.click()}>
        {children}
      </button>
    </>
  );
}
