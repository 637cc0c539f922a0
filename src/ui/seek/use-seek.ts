import { useMemo } from "preact/hooks";
import type { Definition } from "../../core/model/definition.ts";
import {
  type LeverChoice,
  type SeekChoice,
  seekChoice,
  seekView,
} from "../../state/seek-choice.ts";
import type { SeekView } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";
import type { Words } from "../text/words.ts";
import { SEEK_WORDS, type SeekWords } from "./seek-words.ts";

/** The page's words beside those of the app. */
export function useSeekWords(): Words & { readonly k: SeekWords } {
  const words = useWords();
  return { ...words, k: SEEK_WORDS[words.language] };
}

/** What the user has chosen, with ways to change it. */
export interface ChoiceEditor {
  readonly choice: SeekChoice;
  change(part: Partial<SeekChoice>): void;
  changeLever(name: string, part: Partial<LeverChoice>): void;
}

const STANDARD: SeekView = { kind: "seek" };

/** The choice in the address. */
export function useChoice(definition: Definition): ChoiceEditor {
  const app = useApp();
  const { view } = app.route.value;
  const asked = view.kind === "seek" ? view : STANDARD;
  const choice = useMemo(() => seekChoice(asked, definition), [asked, definition]);
  const change = (part: Partial<SeekChoice>): void =>
    app.go({ view: seekView({ ...choice, ...part }, definition) });
  return {
    choice,
    change,
    changeLever: (name, part) =>
      change({
        levers: choice.levers.map((lever) => (lever.name === name ? { ...lever, ...part } : lever)),
      }),
  };
}
