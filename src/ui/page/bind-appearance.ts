import { effect, type ReadonlySignal, signal } from "@preact/signals-core";
import { cssVariables, type Theme } from "../../charts/palette.ts";
import type { Preferences } from "../../state/preferences.ts";

const isSystemDark = mediaSignal("(prefers-color-scheme: dark)");
const isPrinted = mediaSignal("print");

function mediaSignal(query: string): ReadonlySignal<boolean> {
  const media = globalThis.matchMedia?.(query);
  const matches = signal(media?.matches === true);
  media?.addEventListener("change", () => {
    matches.value = media.matches;
  });
  return matches;
}

/** The theme on screen: the user's choice, or the system's. Paper is light. */
export function themeOf(preferences: Preferences): Theme {
  if (isPrinted.value) return "light";
  const choice = preferences.theme.value;
  if (choice !== "auto") return choice;
  return isSystemDark.value ? "dark" : "light";
}

/** Follows language and theme with the document: its language and its colours. */
export function bindAppearance(preferences: Preferences): () => void {
  return effect(() => {
    const theme = themeOf(preferences);
    const root = document.documentElement;
    root.lang = preferences.language.value === "zh" ? "zh-CN" : "en";
    root.dataset["theme"] = theme;
    for (const [name, value] of Object.entries(cssVariables(theme))) {
      root.style.setProperty(name, value);
    }
  });
}
