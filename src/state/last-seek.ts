import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { Route } from "./route.ts";
import type { SeekView } from "./view.ts";

/** Remembers for each plan what the goal seek on screen asked for, so that its page can be returned to. */
export function followLastSeek(
  requested: ReadonlySignal<Route>,
  planKey: ReadonlySignal<string>,
): { readonly place: ReadonlySignal<SeekView>; readonly dispose: () => void } {
  const last = new Map<string, SeekView>();
  const place = signal<SeekView>({ kind: "seek" });
  const dispose = effect(() => {
    const [{ view }, key] = [requested.value, planKey.value];
    untracked(() => {
      if (view.kind === "seek") last.set(key, view);
      place.value = last.get(key) ?? { kind: "seek" };
    });
  });
  return { place, dispose };
}
