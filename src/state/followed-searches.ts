import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { PairDependence } from "../core/results/pair-dependence.ts";
import type { Sensitivity } from "../core/results/sensitivity.ts";
import type { Runner } from "../runner/runner.ts";
import { type AfterState, followSearch } from "./after-search.ts";
import { type ConditionedResult, createConditionSearch } from "./condition-search.ts";
import { createDriverSampleSearch, type DriverSample, driverPair } from "./driver-sample.ts";
import { createDriverSearch } from "./driver-search.ts";
import { createHorizonSearch } from "./horizon-search.ts";
import type { KnownValue } from "./known-value.ts";
import { createPairSearch } from "./pair-search.ts";
import {
  createQuantityStudySearch,
  type QuantityStudy,
  type StudiedQuantity,
} from "./quantity-study.ts";
import type { RunStatus } from "./run-status.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import type { View } from "./view.ts";

/** What is computed after the odds, while a screen that shows it is open. */
export interface FollowedSearches {
  /** What drives the targets of the result on screen; computed while a target is open or assumptions are ranked. */
  readonly drivers: ReadonlySignal<AfterState<Sensitivity>>;
  /** Single draws of the open target and one of its drivers; computed after the drivers. */
  readonly driverSample: ReadonlySignal<AfterState<DriverSample>>;
  /** What drives the indicator last asked for by `study`. */
  readonly studied: ReadonlySignal<AfterState<QuantityStudy>>;
  /**
   * Every quantity of every period and the odds of targets by year (`createHorizonSearch`), for the result on
   * screen; computed while a target or the model is open.
   */
  readonly horizon: ReadonlySignal<AfterState<ScenarioResult>>;
  /** How the targets of the result on screen hang together, pair by pair; computed while that page is open. */
  readonly pairs: ReadonlySignal<AfterState<readonly PairDependence[]>>;
  /** The result on screen given what is known; computed while its page is open. */
  readonly conditioned: ReadonlySignal<AfterState<ConditionedResult>>;
  /** Finds what drives an indicator in a year, once the odds are there. */
  study(quantity: StudiedQuantity): void;
}

/** What following needs. */
export interface FollowedParts {
  /** Asked anew for every search, so that it can be replaced after a failure. */
  readonly runner: () => Runner;
  readonly status: ReadonlySignal<RunStatus>;
  /** The result on screen. */
  readonly shown: ReadonlySignal<ScenarioResult | undefined>;
  readonly view: ReadonlySignal<View>;
  readonly known: ReadonlySignal<readonly KnownValue[]>;
}

/** Searches follow the odds, one run after the other, for as long as `stopSearches` is not called. */
export function followSearches(
  parts: FollowedParts,
): FollowedSearches & { readonly stopSearches: () => void } {
  const { runner, status, shown, view, known } = parts;
  const isOpen = (...kinds: readonly View["kind"][]) =>
    computed(() => kinds.includes(view.value.kind));
  const after = { status, shown };
  const horizonSearch = createHorizonSearch(runner);
  const horizon = followSearch({
    ...after,
    search: horizonSearch,
    isWanted: isOpen("target", "model", "known"),
  });
  const driverSearch = createDriverSearch(runner);
  const drivers = followSearch({
    ...after,
    search: driverSearch,
    isWanted: computed(() => {
      const { value } = view;
      return (
        value.kind === "target" || (value.kind === "assumptions" && value.sort === "influence")
      );
    }),
  });
  const driverSampleSearch = createDriverSampleSearch(runner);
  const driverSample = followSearch({
    search: driverSampleSearch,
    status,
    isWanted: isOpen("target"),
    shown: computed(() => {
      const [place, found, result] = [view.value, drivers.state.value, shown.value];
      if (place.kind !== "target" || found.kind !== "done" || result === undefined) {
        return undefined;
      }
      return driverPair(result, found.found, place.id, place.driver);
    }),
  });
  const studySearch = createQuantityStudySearch(runner);
  const asked = signal<StudiedQuantity | undefined>(undefined);
  const studied = followSearch({
    search: studySearch,
    status,
    isWanted: isOpen("target", "model"),
    shown: computed(() => {
      const [quantity, result] = [asked.value, shown.value];
      const isKnown = result?.definition.indicators.some(({ id }) => id === quantity?.name);
      return quantity && result && isKnown === true ? { ...quantity, result } : undefined;
    }),
  });
  const pairSearch = createPairSearch();
  const pairs = followSearch({ ...after, search: pairSearch, isWanted: isOpen("together") });
  const conditionSearch = createConditionSearch(runner);
  const conditioned = followSearch({
    status,
    shown: computed(() => {
      const result = shown.value;
      return result && known.value.length > 0 ? { result, values: known.value } : undefined;
    }),
    search: conditionSearch,
    isWanted: isOpen("known"),
  });
  return {
    drivers: drivers.state,
    driverSample: driverSample.state,
    studied: studied.state,
    horizon: horizon.state,
    pairs: pairs.state,
    conditioned: conditioned.state,
    study: (quantity) => {
      asked.value = quantity;
    },
    stopSearches: () => {
      for (const each of [drivers, driverSample, studied, horizon, pairs, conditioned]) each.stop();
      driverSearch.cancel();
      driverSampleSearch.cancel();
      studySearch.cancel();
      horizonSearch.cancel();
      pairSearch.cancel();
      conditionSearch.cancel();
    },
  };
}
