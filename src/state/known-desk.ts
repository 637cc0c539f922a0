import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { keepKnownValues, keptKnownValues } from "./kept-known-values.ts";
import { formatKnownValues, type KnownValue } from "./known-value.ts";
import type { TextStore } from "./preferences.ts";
import type { Route } from "./route.ts";
import type { KnownView } from "./view.ts";

/** What the user knows of the plan's years, and figures that came with an address. */
export interface KnownDesk {
  /** The figures on screen: those of the address, else the user's own. */
  readonly known: ReadonlySignal<readonly KnownValue[]>;
  /** The user's own figures, kept between visits, where those of the address are not among them. */
  readonly aside: ReadonlySignal<readonly KnownValue[] | undefined>;
  /** Shows other figures; they are kept, unless those on screen came with the address or another tab kept others. */
  setKnown(values: readonly KnownValue[]): void;
  /** Makes the figures on screen the user's own, in place of those aside. */
  keepKnown(): void;
  /** Shows the user's own figures again. */
  leaveKnown(): void;
}

/** What a desk is wired from. */
export interface KnownDeskParts {
  readonly store: TextStore;
  readonly planKey: ReadonlySignal<string>;
  readonly requested: Signal<Route>;
  /** `requested` with plan and scenario filled in. */
  readonly route: () => Route;
}

/** Figures from elsewhere are visitors: they never take the place of the user's own unasked. */
export function createKnownDesk({
  store,
  planKey,
  requested,
  route,
}: KnownDeskParts): KnownDesk & { readonly stopKnown: () => void } {
  // What is kept may be changed by another tab; each visit of the page and each edit looks again.
  const looked = signal(0);
  const own = computed(() => {
    looked.value;
    return keptKnownValues(store, planKey.value);
  });
  const textOf = (values: readonly KnownValue[]): string =>
    `${planKey.value} ${formatKnownValues(values)}`;
  let atFirst = "";
  const stopKnown = effect(() => {
    atFirst = textOf(keptKnownValues(store, planKey.value));
  });
  /** What became the user's own during this visit: Back leads to earlier ones of them. */
  const since = new Set<string>();
  const isMine = (text: string): boolean => text === atFirst || since.has(text);
  const asked = computed(() => {
    const { view } = requested.value;
    return view.kind === "known" ? view.values : undefined;
  });
  const known = computed(() => asked.value ?? own.value);
  const aside = computed(() => {
    if (asked.value === undefined) return undefined;
    const [shown, mine] = [textOf(asked.value), textOf(own.value)];
    const isOwn = shown === mine || (isMine(shown) && isMine(mine));
    return isOwn ? undefined : own.value;
  });
  const show = (values: readonly KnownValue[]): void => {
    const { view } = requested.peek();
    const place: KnownView = view.kind === "known" ? view : { kind: "known" };
    requested.value = { ...route(), view: { ...place, values } };
  };
  const keep = (values: readonly KnownValue[]): void => {
    keepKnownValues(store, planKey.peek(), values);
    since.add(textOf(values));
    looked.value += 1;
  };
  return {
    known,
    aside,
    setKnown: (values) => {
      looked.value += 1;
      if (aside.peek() === undefined) keep(values);
      show(values);
    },
    keepKnown: () => {
      since.add(textOf(own.peek()));
      keep(known.peek());
      show(known.peek());
    },
    leaveKnown: () => show(own.peek()),
    stopKnown,
  };
}
