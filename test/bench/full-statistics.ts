import type { Definition } from "../../src/core/model/definition.ts";
import type { Program } from "../../src/core/model/program.ts";
import { displayHistogram } from "../../src/core/results/display-histogram.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import type { Tally } from "../../src/core/results/tally.ts";

/** Bins of each column's histogram. */
const BINS = 200;

/**
 * All that is reported of a run: probabilities of targets, joint and by number of hits, mean, standard
 * deviation and seven quantiles of every column, and its histogram.
 */
export function fullStatistics(
  definition: Definition,
  program: Program,
  tally: Tally,
): { readonly probabilities: readonly number[]; readonly joint: number; readonly bins: number } {
  const summary = summarise(definition, program, tally);
  const histograms = tally.columns.map((column) => displayHistogram(column, BINS));
  return {
    probabilities: summary.targets.map(({ probability }) => probability),
    joint: summary.joint.find(({ set }) => set === "all")?.probability ?? Number.NaN,
    bins: histograms.reduce((sum, histogram) => sum + (histogram?.shares.length ?? 0), 0),
  };
}
