import { closeFigures } from "../../core/format/close-figures.ts";
import type { Language, Text } from "../../core/text.ts";
import { en } from "./en.ts";
import { type Strings, zh } from "./zh.ts";

/** The current language, its strings, and a chooser for bilingual texts. */
export interface Words {
  readonly language: Language;
  readonly t: Strings;
  readonly say: (text: Text) => string;
}

const STRINGS = { zh, en } as const satisfies Record<Language, Strings>;

/** Words in a language, outside of components. */
export function wordsIn(language: Language): Words {
  const say = language === "en" ? (text: Text) => closeFigures(text.en) : (text: Text) => text.zh;
  return { language, t: STRINGS[language], say };
}
