import { REPLICATES } from "../sampling/sampling-method.ts";
import { estimateProbability } from "./estimate-probability.ts";
import { estimateByReplicates, LEAST_ERROR, replicateError } from "./replicate-estimate.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";
import type { Estimate } from "./sensitivity.ts";
import type { ProbabilityEstimate } from "./summary.ts";
import type { Tally } from "./tally.ts";
import { targetMasks } from "./target-masks.ts";

/** What one target's hit says of another's. */
export interface GivenHit {
  /** P(other | one). */
  readonly probability: ProbabilityEstimate;
  /** P(other | one) − P(other). */
  readonly change: Estimate;
}

/** How two targets hang together in the retained draws of a run. */
export interface PairDependence {
  /** Indices into the program's targets, i < j. */
  readonly i: number;
  readonly j: number;
  /** Share of draws in which both hit. */
  readonly joint: number;
  /** Product of their probabilities: what `joint` would be if they were independent. */
  readonly independent: number;
  /** joint − independent. */
  readonly excess: Estimate;
  /** Of j in the draws in which i hits; `undefined` where i never does. */
  readonly jGivenI: GivenHit | undefined;
  readonly iGivenJ: GivenHit | undefined;
}

/** Draws by whether i and j hit, by replicate (or all in one): both, i alone, j alone, neither. */
type Cells = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/**
 * Compare pairs of a run's targets: the hits of each target are counted once, those of a pair when it is asked for.
 *
 * Standard errors are those of the linearised statistic. Each draw adds its influence, which depends only on
 * whether i and j hit: (A − p)(B − q) − c for the excess c, and A(B − q′)/p − (B − q) for q′ − q, with A and B
 * the hits, p and q their means, q′ the mean of B where A is 1 (delta method; Efron and Tibshirani 1993, "An
 * Introduction to the Bootstrap", ch. 21). Independent draws scatter by the variance of the influence, replicates
 * by that of its sums.
 */
export function pairDependences(tally: Tally): (i: number, j: number) => PairDependence {
  const { firstDraw, retained: draws } = tally;
  const isPlain = tally.method === "monte-carlo" || draws < REPLICATES;
  const masks = targetMasks(tally, [...tally.targets.keys()]);
  const countOf = (some: readonly Uint32Array[]): Float64Array => {
    const hits = replicateHits(some, draws, firstDraw);
    return isPlain ? Float64Array.of(sum(hits)) : hits;
  };
  const counted: Float64Array[] = [];
  const countOfOne = (index: number, mask: Uint32Array): Float64Array => {
    const known = counted[index] ?? countOf([mask]);
    counted[index] = known;
    return known;
  };
  const sizes = isPlain ? Float64Array.of(draws) : replicateSizes(draws, firstDraw);

  return (i, j) => {
    const [one, other] = [masks[i], masks[j]];
    if (one === undefined || other === undefined) {
      throw new RangeError(`There is no pair of targets ${i} and ${j}.`);
    }
    const [ofI, ofJ] = [countOfOne(i, one), countOfOne(j, other)];
    const both = countOf([one, other]);
    const cells: Cells = [
      both,
      ofI.map((count, r) => count - both[r]!),
      ofJ.map((count, r) => count - both[r]!),
      sizes.map((count, r) => count - ofI[r]! - ofJ[r]! + both[r]!),
    ];
    const [p, q, joint] = [sum(ofI) / draws, sum(ofJ) / draws, sum(both) / draws];
    const given = (hits: Float64Array): ProbabilityEstimate =>
      isPlain ? estimateProbability(sum(both), sum(hits)) : estimateByReplicates(both, hits);
    return {
      i,
      j,
      joint,
      independent: p * q,
      excess: excessOf(cells, p, q, isPlain),
      jGivenI: p === 0 ? undefined : { probability: given(ofI), change: changeOf(cells, isPlain) },
      iGivenJ:
        q === 0 ? undefined : { probability: given(ofJ), change: changeOf(turned(cells), isPlain) },
    };
  };
}

/** With i and j changing places. */
const turned = ([both, iAlone, jAlone, neither]: Cells): Cells => [both, jAlone, iAlone, neither];

function excessOf(cells: Cells, p: number, q: number, isPlain: boolean): Estimate {
  const [both, iAlone, jAlone, neither] = cells.map(sum) as [number, number, number, number];
  const draws = both + iAlone + jAlone + neither;
  // (ad − bc)/n² is exactly 0 where a target never misses or never hits.
  const value = (both * neither - iAlone * jAlone) / (draws * draws);
  const influence = (a: number, b: number): number => ((a - p) * (b - q) - value) / draws;
  return { value, standardError: errorOf(cells, influence, isPlain) };
}

function changeOf(cells: Cells, isPlain: boolean): Estimate {
  const [both, iAlone, jAlone, neither] = cells.map(sum) as [number, number, number, number];
  const hits = both + iAlone;
  const draws = hits + jAlone + neither;
  const [given, overall] = [both / hits, (both + jAlone) / draws];
  const value = (both * neither - iAlone * jAlone) / (hits * draws);
  const influence = (a: number, b: number): number =>
    (a * (b - given)) / hits - (b - overall) / draws;
  return { value, standardError: errorOf(cells, influence, isPlain) };
}

/**
 * The standard error of a statistic to which each draw adds an influence. Replicates that happen to agree do not
 * prove that there is no error: it is that of `LEAST_ERROR` of the weightiest draws at least.
 */
function errorOf(
  cells: Cells,
  influence: (iHits: number, jHits: number) => number,
  isPlain: boolean,
): number {
  const weights = [influence(1, 1), influence(1, 0), influence(0, 1), influence(0, 0)];
  if (isPlain) {
    return Math.sqrt(weights.reduce((total, w, cell) => total + w * w * sum(cells[cell]!), 0));
  }
  const sums = cells[0].map((_, r) =>
    weights.reduce((total, w, cell) => total + w * cells[cell]![r]!, 0),
  );
  const occurring = weights.filter((_, cell) => sum(cells[cell]!) > 0);
  const largest = Math.max(...occurring.map(Math.abs));
  return Math.max(LEAST_ERROR * largest, replicateError(sums));
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
