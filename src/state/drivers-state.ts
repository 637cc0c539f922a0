import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals-core";
import type { Sensitivity } from "../core/results/sensitivity.ts";
import type { Route } from "./route.ts";
import type { RunStatus } from "./run-status.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import type { DriverSearch } from "./sensitivity.ts";

/** What the screen knows of the drivers of the result that it shows. */
export type DriversState =
  /** The odds, or the drivers after them, are being computed. */
  | { readonly kind: "pending" }
  | { readonly kind: "done"; readonly sensitivity: Sensitivity }
  /** The run was cancelled or failed: there will be none until it is resumed. */
  | { readonly kind: "stopped" }
  /** `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string };

export interface DriversParts {
  readonly search: DriverSearch;
  readonly route: ReadonlySignal<Route>;
  readonly status: ReadonlySignal<RunStatus>;
  readonly shown: ReadonlySignal<ScenarioResult | undefined>;
}

/**
 * Search for drivers while a target is open and its odds are complete, and end the search when anything
 * else is to be computed.
 */
export function followDrivers({ search, route, status, shown }: DriversParts): {
  readonly drivers: ReadonlySignal<DriversState>;
  readonly stop: () => void;
} {
  const runKind = computed(() => status.value.kind);
  const isOpen = computed(() => route.value.view.kind === "target");
  const stop = effect(() => {
    const result = isOpen.value && runKind.value === "done" ? shown.value : undefined;
    untracked(() => (result === undefined ? search.cancel() : search.request(result)));
  });
  const drivers = computed((): DriversState => {
    const result = shown.value;
    const sensitivity = result === undefined ? undefined : search.of(result);
    if (sensitivity !== undefined) return { kind: "done", sensitivity };
    if (search.failure.value !== undefined) {
      return { kind: "failed", message: search.failure.value };
    }
    const isStopped = runKind.value === "cancelled" || runKind.value === "failed";
    return { kind: isStopped ? "stopped" : "pending" };
  });
  return { drivers, stop };
}
