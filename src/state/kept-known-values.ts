import { formatKnownValues, type KnownValue, parseKnownValues } from "./known-value.ts";
import type { TextStore } from "./preferences.ts";

const keyOf = (planKey: string): string => `planodds.known.${planKey}`;

/** Keeps what the user knows about a plan for the next visit. */
export function keepKnownValues(
  store: TextStore,
  planKey: string,
  values: readonly KnownValue[],
): void {
  store.set(keyOf(planKey), formatKnownValues(values));
}

/** What was kept about a plan; nothing where nothing was. */
export function keptKnownValues(store: TextStore, planKey: string): readonly KnownValue[] {
  return parseKnownValues(store.get(keyOf(planKey)) ?? "");
}
