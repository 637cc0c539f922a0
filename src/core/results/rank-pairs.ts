import type { SamplingMethod } from "../sampling/sampling-method.ts";
import type { PairDependence } from "./pair-dependence.ts";
import type { Estimate } from "./sensitivity.ts";

/** Standard errors from which on a pair counts as dependent: 1 000 independent pairs yield a false one in 6 % of the runs. */
const CLEAR = 4;
/** The same for errors from 16 replicates (SciPy 1.17.1: t.isf(norm.sf(4), 15)). */
const CLEAR_BY_REPLICATES = 5.480376081870213;

/** Whether an estimate differs from 0 by more than sampling error explains, among a thousand others. */
export function isClearlyNot0({ value, standardError }: Estimate, method: SamplingMethod): boolean {
  const clear = method === "monte-carlo" ? CLEAR : CLEAR_BY_REPLICATES;
  return Math.abs(value) > clear * standardError;
}

/** Pairs of targets that get in each other's way, and pairs that help each other. */
export interface RankedPairs {
  /** Both hit less often than if they were independent, by more than sampling error; the largest gap first. */
  readonly tensions: readonly PairDependence[];
  /** Both hit more often. */
  readonly synergies: readonly PairDependence[];
}

/** Sort pairs into tensions and synergies; pairs that may well be independent are left out. */
export function rankPairs(pairs: readonly PairDependence[], method: SamplingMethod): RankedPairs {
  const clear = pairs
    .filter(({ excess }) => isClearlyNot0(excess, method))
    .sort((a, b) => Math.abs(b.excess.value) - Math.abs(a.excess.value));
  return {
    tensions: clear.filter(({ excess }) => excess.value < 0),
    synergies: clear.filter(({ excess }) => excess.value > 0),
  };
}
