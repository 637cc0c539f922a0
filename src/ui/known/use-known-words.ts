import { useWords } from "../app-context.ts";
import type { Words } from "../text/words.ts";
import { KNOWN_WORDS, type KnownWords } from "./known-words.ts";

/** The page's words beside those of the app. */
export function useKnownWords(): Words & { readonly k: KnownWords } {
  const words = useWords();
  return { ...words, k: KNOWN_WORDS[words.language] };
}
