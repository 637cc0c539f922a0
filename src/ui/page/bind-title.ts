import { effect } from "@preact/signals-core";
import type { Definition } from "../../core/model/definition.ts";
import type { Text } from "../../core/text.ts";
import type { AppState } from "../../state/app-state.ts";
import type { View } from "../../state/view.ts";
import { findQuantity } from "../text/find-quantity.ts";
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
  const label = subjectOf(view, definition);
  const page = view.kind === "scoreboard" || view.kind === "target" ? [] : [t.views[view.kind]];
  const subject = label === undefined ? [] : [say(label)];
  return [...subject, ...page, say(definition.title), brand].join(" · ");
}

/** What a page is about, where it is about one thing. */
function subjectOf(view: View, definition: Definition): Text | undefined {
  if (view.kind === "target") return definition.targets.find(({ id }) => id === view.id)?.label;
  if (view.kind !== "assumptions" && view.kind !== "model") return undefined;
  return view.name === undefined ? undefined : findQuantity(definition, view.name)?.item.label;
}
