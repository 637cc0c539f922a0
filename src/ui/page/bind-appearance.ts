import { effect, signal } from "@preact/signals-core";
import { cssVariables, type Theme } from "../../charts/palette.ts";
import type { Preferences } from "../../state/preferences.ts";

const systemDark = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
const systemTheme = signal<Theme>(systemDark?.matches === true ? "dark" : "light");
systemDark?.addEventListener("change", () => {
  systemTheme.value = systemDark.matches ? "dark" : "light";
});

/** The theme on screen: the user's choice, or the system's. */
export function themeOf(preferences: Preferences): Theme {
  const choice = preferences.theme.value;
  return choice === "auto" ? systemTheme.value : choice;
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
