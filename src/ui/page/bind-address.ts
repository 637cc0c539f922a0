import { effect, untracked } from "@preact/signals-core";
import type { AppState } from "../../state/app-state.ts";
import { formatRoute, parseRoute, type Route } from "../../state/route.ts";
import { isSameStep } from "../../state/view.ts";

/**
 * Keeps the address and the state's route the same; every change is a step that Back undoes, but for what is typed
 * or dragged: that is one with where it was begun.
 */
export function bindAddress(state: AppState): () => void {
  let isStep = false;
  let last = state.route.peek();
  const stop = effect(() => {
    const route = state.route.value;
    const address = formatRoute(route);
    const isOther = !isSameStep(last.view, route.view) || rest(last) !== rest(route);
    last = route;
    if (location.hash === address) return;
    // A default filled in is no step of its own: Back would come straight here again.
    if (isStep && isOther) history.pushState(null, "", address);
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

/** All of an address but its view. */
const rest = (route: Route): string => formatRoute({ ...route, view: { kind: "scoreboard" } });
