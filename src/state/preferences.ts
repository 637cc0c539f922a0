import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Language } from "../core/text.ts";

/** Keeps small texts between visits. A store that is full or forbidden behaves as if it forgot. */
export interface TextStore {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** Light or dark; `auto` follows the system. */
export type ThemeChoice = "auto" | "light" | "dark";

/** What the user chose about the screen, kept between visits. */
export interface Preferences {
  readonly language: ReadonlySignal<Language>;
  readonly theme: ReadonlySignal<ThemeChoice>;
  /** Ids of folded sections. */
  readonly folded: ReadonlySignal<ReadonlySet<string>>;
  /** Whether what became known after a plan's date is shown. */
  readonly actuals: ReadonlySignal<boolean>;
  /** Whether shortcuts of a single key work. */
  readonly shortcuts: ReadonlySignal<boolean>;
  /** Whether assumptions were last ranked by their influence; links to their page ask for it again. */
  readonly byInfluence: ReadonlySignal<boolean>;
  /** Whether the tour has been seen or skipped. */
  readonly toured: ReadonlySignal<boolean>;
  setLanguage(language: Language): void;
  setTheme(theme: ThemeChoice): void;
  setFolded(section: string, folded: boolean): void;
  setActuals(shown: boolean): void;
  setShortcuts(used: boolean): void;
  setToured(toured: boolean): void;
  setByInfluence(ranked: boolean): void;
}

const LANGUAGE = "planodds.language";
const THEME = "planodds.theme";
const FOLDED = "planodds.folded";
const ACTUALS = "planodds.actuals";
const SHORTCUTS = "planodds.shortcuts";
const TOURED = "planodds.toured";
const BY_INFLUENCE = "planodds.by-influence";

/** Starts from what was kept, else from the browser's languages (first one that is Chinese or English). */
export function createPreferences(
  store: TextStore,
  browserLanguages: readonly string[],
): Preferences {
  const kept = store.get(LANGUAGE);
  const language: Signal<Language> = signal(
    kept === "zh" || kept === "en" ? kept : preferredLanguage(browserLanguages),
  );
  const keptTheme = store.get(THEME);
  const theme: Signal<ThemeChoice> = signal(
    keptTheme === "light" || keptTheme === "dark" ? keptTheme : "auto",
  );
  const folded: Signal<ReadonlySet<string>> = signal(
    new Set((store.get(FOLDED) ?? "").split(" ").filter((id) => id !== "")),
  );
  const actuals = signal(store.get(ACTUALS) !== "off");
  const shortcuts = signal(store.get(SHORTCUTS) !== "off");
  const toured = signal(store.get(TOURED) === "yes");
  const byInfluence = signal(store.get(BY_INFLUENCE) === "yes");
  return {
    language,
    theme,
    folded,
    actuals,
    shortcuts,
    toured,
    byInfluence,
    setLanguage: (next) => {
      language.value = next;
      store.set(LANGUAGE, next);
    },
    setTheme: (next) => {
      theme.value = next;
      store.set(THEME, next);
    },
    setFolded: (section, isFolded) => {
      const next = new Set(folded.value);
      if (isFolded) next.add(section);
      else next.delete(section);
      folded.value = next;
      store.set(FOLDED, [...next].join(" "));
    },
    setActuals: (shown) => {
      actuals.value = shown;
      store.set(ACTUALS, shown ? "on" : "off");
    },
    setShortcuts: (used) => {
      shortcuts.value = used;
      store.set(SHORTCUTS, used ? "on" : "off");
    },
    setByInfluence: (isRanked) => {
      byInfluence.value = isRanked;
      store.set(BY_INFLUENCE, isRanked ? "yes" : "no");
    },
    setToured: (isOver) => {
      toured.value = isOver;
      store.set(TOURED, isOver ? "yes" : "no");
    },
  };
}

function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary === "zh" || primary === "en") return primary;
  }
  return "zh";
}
