import { changedView, type View, type ViewPart } from "../state/view.ts";
import { useApp } from "./app-context.ts";

type ViewOf<K extends View["kind"]> = Extract<View, { readonly kind: K }>;

/** What was chosen on a screen, as its address has it. */
export interface Place<K extends View["kind"]> {
  /** `undefined` while another screen is shown. */
  readonly place: ViewOf<K> | undefined;
  /** Changes parts of it; `undefined` takes one away. */
  put(part: ViewPart<ViewOf<K>>): void;
}

/** The view of one kind that is on screen, and how to change it. */
export function usePlace<K extends View["kind"]>(kind: K): Place<K> {
  const app = useApp();
  const isOf = (view: View): view is ViewOf<K> => view.kind === kind;
  const { view } = app.route.value;
  return {
    place: isOf(view) ? view : undefined,
    put: (part) => {
      const now = app.route.peek().view;
      if (isOf(now)) app.go({ view: changedView(now, part) });
    },
  };
}
