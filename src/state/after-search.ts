import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import { latestWins } from "../runner/latest-wins.ts";
import type { RunStatus } from "./run-status.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** What the screen knows of something that is computed after the odds of the result that it shows. */
export type AfterState<Found> =
  /** The odds, or this after them, are being computed. */
  | { readonly kind: "pending" }
  | { readonly kind: "done"; readonly found: Found }
  /** The run was cancelled or failed: there will be none until it is resumed. */
  | { readonly kind: "stopped" }
  /** `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string };

/** Computes something more about results, or results with what was said of them, one at a time. */
export interface AfterSearch<Found, Subject = ScenarioResult> {
  /** Whether the last search failed; `message` is technical English. */
  readonly failure: ReadonlySignal<string | undefined>;
  /** The newest finding for a result. Reads a signal. */
  of(result: Subject): Found | undefined;
  /** Search, unless it has been done; supersedes a search under way. */
  request(result: Subject): void;
  /** End the search under way. */
  cancel(): void;
}

/** What kind of search it is. */
export interface AfterSearchParts<Found, Subject = ScenarioResult> {
  /** Results with the same key have the same findings. */
  readonly keyOf: (result: Subject) => string;
  /** How many findings are kept. */
  readonly kept: number;
  /**
   * Searches, giving each better finding to `keep`, and tells how it ended. Findings after the signal was
   * aborted are not kept.
   */
  readonly search: (
    result: Subject,
    signal: AbortSignal,
    keep: (found: Found) => void,
  ) => Promise<
    { readonly kind: "done" | "cancelled" } | { readonly kind: "failed"; readonly message: string }
  >;
}

/** A search for which only the latest request counts. */
export function createAfterSearch<Found, Subject = ScenarioResult>(
  parts: AfterSearchParts<Found, Subject>,
): AfterSearch<Found, Subject> {
  const { keyOf, kept, search } = parts;
  const findings = signal<ReadonlyMap<string, Found>>(new Map());
  const complete = new Set<string>();
  const failure = signal<string | undefined>(undefined);

  const work = async (result: Subject, abort: AbortSignal): Promise<void> => {
    const key = keyOf(result);
    failure.value = undefined;
    const outcome = await search(result, abort, (found) => {
      if (abort.aborted) return;
      const others = [...findings.peek()].filter(([other]) => other !== key);
      findings.value = new Map([...others.slice(1 - kept), [key, found]]);
    });
    if (abort.aborted) return;
    if (outcome.kind === "failed") failure.value = outcome.message;
    if (outcome.kind === "done") complete.add(key);
  };

  const scheduler = latestWins(work);
  return {
    failure,
    // A key may take longer than the odds of a moved assumption: none is made where nothing was found.
    of: (result) => (findings.value.size === 0 ? undefined : findings.value.get(keyOf(result))),
    request: (result) => {
      const key = keyOf(result);
      if (complete.has(key) && findings.peek().has(key)) scheduler.cancel();
      else scheduler.request(result);
    },
    cancel: scheduler.cancel,
  };
}

/** When to search. */
export interface FollowParts<Found, Subject = ScenarioResult> {
  readonly search: AfterSearch<Found, Subject>;
  /** Whether something on screen needs it. */
  readonly isWanted: ReadonlySignal<boolean>;
  readonly status: ReadonlySignal<RunStatus>;
  readonly shown: ReadonlySignal<Subject | undefined>;
}

/** Search while it is wanted and the odds are complete; end the search when anything else is to be computed. */
export function followSearch<Found, Subject = ScenarioResult>({
  search,
  isWanted,
  status,
  shown,
}: FollowParts<Found, Subject>): {
  readonly state: ReadonlySignal<AfterState<Found>>;
  readonly stop: () => void;
} {
  const runKind = computed(() => status.value.kind);
  const stop = effect(() => {
    const result = isWanted.value && runKind.value === "done" ? shown.value : undefined;
    untracked(() => (result === undefined ? search.cancel() : search.request(result)));
  });
  const state = computed((): AfterState<Found> => {
    const result = shown.value;
    const found = result === undefined ? undefined : search.of(result);
    if (found !== undefined) return { kind: "done", found };
    if (search.failure.value !== undefined) {
      return { kind: "failed", message: search.failure.value };
    }
    const isStopped = runKind.value === "cancelled" || runKind.value === "failed";
    return { kind: isStopped ? "stopped" : "pending" };
  });
  return { state, stop };
}
