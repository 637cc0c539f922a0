import { effect, untracked } from "@preact/signals-core";
import type { AppState } from "../../state/app-state.ts";
import { formatRoute, parseRoute } from "../../state/route.ts";

/** Keeps the address and the state's route the same; every change is a step that Back undoes. */
export function bindAddress(state: AppState): () => void {
  let isStep = false;
  const stop = effect(() => {
    const address = formatRoute(state.route.value);
    if (location.hash === address) return;
    // A default filled in is no step of its own: Back would come straight here again.
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  });
  isStep = true;
  const follow = (): void => {
    isStep = false;
    untracked(() => state.go(parseRoute(location.hash)));
    isStep = true;
  };
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  return () => {
    stop();
    window.removeEventListener("hashchange", follow);
    window.removeEventListener("popstate", follow);
  };
}
