import { useMemo } from "preact/hooks";
import type { Definition } from "../../core/model/definition.ts";
import { defaultChoice, type LeverChoice, type SeekChoice } from "../../state/seek-choice.ts";
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

/** The choice for a plan, by its hash; kept while the app is open. */
export function useChoice(planHash: string, definition: Definition): ChoiceEditor {
  const { choices } = useApp().goalSearch;
  const standard = useMemo(() => defaultChoice(definition), [definition]);
  const choice = choices.value.get(planHash) ?? standard;
  const change = (part: Partial<SeekChoice>): void => {
    choices.value = new Map(choices.peek()).set(planHash, { ...choice, ...part });
  };
  return {
    choice,
    change,
    changeLever: (name, part) =>
      change({
        levers: choice.levers.map((lever) => (lever.name === name ? { ...lever, ...part } : lever)),
      }),
  };
}
