import { effect } from "@preact/signals-core";
import type { AppState } from "../../state/app-state.ts";
import { wordsIn } from "../text/words.ts";

/** Names the page after what it shows, for tabs and the browser's history. */
export function bindTitle(state: AppState): () => void {
  return effect(() => {
    document.title = titleOf(state);
  });
}

function titleOf(state: AppState): string {
  const { t, say } = wordsIn(state.preferences.language.value);
  const brand = `${t.brand} ${t.brandLatin}`;
  const plan = state.plan.value;
  if (plan.kind !== "ready") return brand;
  const { definition } = plan.plan;
  const { view } = state.route.value;
  const parts = [say(definition.title), brand];
  if (view.kind === "target") {
    const target = definition.targets.find(({ id }) => id === view.id);
    return [...(target === undefined ? [] : [say(target.label)]), ...parts].join(" · ");
  }
  return (view.kind === "scoreboard" ? parts : [t.views[view.kind], ...parts]).join(" · ");
}
