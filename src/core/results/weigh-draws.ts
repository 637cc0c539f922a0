import type { HistogramLayout } from "../kernel/histogram-layout.ts";
import type { Kernel } from "../kernel/kernel.ts";
import type { Program } from "../model/program.ts";
import { exp } from "../sampling/math.ts";
import { REPLICATES, type SamplingMethod } from "../sampling/sampling-method.ts";
import { weighColumn } from "./weigh-column.ts";
import type { Observation, WeightedEvent, WeightedTally } from "./weighted-tally.ts";

/** What draws are weighted by, and which sets of targets (indices into the program's) are counted together. */
export interface WeighingTask {
  readonly observations: readonly Observation[];
  readonly sets: readonly (readonly number[])[];
}

/** A program's draws, with the bins of its columns. */
export interface WeighingSource {
  readonly program: Program;
  readonly kernel: Pick<Kernel, "columns">;
  readonly layouts: readonly HistogramLayout[];
  readonly method: SamplingMethod;
}

/**
 * Weight draws [firstDraw, firstDraw + draws) by the likelihood of the observations, Π exp(−½ ((x − v) / sd)²),
 * and keep sums. A draw in which an observed quantity is undefined has weight 0: it cannot have been observed.
 */
export function weighDraws(
  { program, kernel, layouts, method }: WeighingSource,
  { observations, sets }: WeighingTask,
  firstDraw: number,
  draws: number,
): WeightedTally {
  const registers = [
    ...program.columns.map(({ register }) => register),
    ...program.targets.map(({ hit }) => hit),
  ];
  const drawn = kernel.columns(firstDraw, draws, registers);
  const columns = drawn.slice(0, program.columns.length);
  const hits = drawn.slice(program.columns.length);
  const weights = logLikelihoods(columns, observations, draws);
  const peak = weights.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  for (let k = 0; k < draws; k++) {
    weights[k] = weights[k]! > Number.NEGATIVE_INFINITY ? exp(weights[k]! - peak) : 0;
  }
  const event = (members: readonly number[]): WeightedEvent =>
    weighEvent(
      members.map((index) => hits[index]!),
      weights,
      firstDraw,
    );
  return {
    method,
    firstDraw,
    draws,
    peak,
    total: event([]),
    events: [...hits.map((_, index) => event([index])), ...sets.map(event)],
    ...weighHitCounts(hits, weights),
    columns: columns.map((column, index) => weighColumn(column, weights, layouts[index]!)),
  };
}

/** −½ Σ ((x − v) / sd)² of each draw; −∞ where it is not finite. */
function logLikelihoods(
  columns: readonly Float64Array[],
  observations: readonly Observation[],
  draws: number,
): Float64Array {
  const logs = new Float64Array(draws);
  for (const { column, value, sd } of observations) {
    const values = columns[column];
    if (values === undefined) throw new RangeError(`There is no column ${column}.`);
    for (let k = 0; k < draws; k++) {
      const score = (values[k]! - value) / sd;
      logs[k] = logs[k]! - 0.5 * score * score;
    }
  }
  for (let k = 0; k < draws; k++) {
    if (!Number.isFinite(logs[k]!)) logs[k] = Number.NEGATIVE_INFINITY;
  }
  return logs;
}

/** The draws in which all of some targets hit: an undefined target is a miss. */
function weighEvent(
  hits: readonly Float64Array[],
  weights: Float64Array,
  firstDraw: number,
): WeightedEvent {
  const event = { hits: new Float64Array(REPLICATES), weights: new Float64Array(REPLICATES) };
  let squares = 0;
  for (let k = 0; k < weights.length; k++) {
    if (!hits.every((column) => column[k] === 1)) continue;
    const replicate = (firstDraw + k) % REPLICATES;
    const weight = weights[k]!;
    event.hits[replicate] = event.hits[replicate]! + 1;
    event.weights[replicate] = event.weights[replicate]! + weight;
    squares += weight * weight;
  }
  return { ...event, squares };
}

function weighHitCounts(
  hits: readonly Float64Array[],
  weights: Float64Array,
): Pick<WeightedTally, "hitCounts" | "hitWeights"> {
  const hitCounts = new Float64Array(hits.length + 1);
  const hitWeights = new Float64Array(hits.length + 1);
  for (let k = 0; k < weights.length; k++) {
    let count = 0;
    for (const column of hits) if (column[k] === 1) count += 1;
    hitCounts[count] = hitCounts[count]! + 1;
    hitWeights[count] = hitWeights[count]! + weights[k]!;
  }
  return { hitCounts, hitWeights };
}
