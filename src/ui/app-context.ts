// Installs the hook by which components follow the signals that they read.
import "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AppState } from "../state/app-state.ts";
import { type Words, wordsIn } from "./text/words.ts";

const AppContext = createContext<AppState | undefined>(undefined);

/** Gives the state to all components below. */
export const AppProvider = AppContext.Provider;

/** The app's state; throws outside of {@link AppProvider}. */
export function useApp(): AppState {
  const state = useContext(AppContext);
  if (state === undefined) throw new Error("No AppProvider above this component.");
  return state;
}

/** Words in the current language; the component follows a switch. */
export function useWords(): Words {
  return wordsIn(useApp().preferences.language.value);
}
