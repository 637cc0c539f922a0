import type { Definition } from "../model/definition.ts";
import type { Program } from "../model/program.ts";
import { blockName } from "../model/quantity-name.ts";
import { estimateProbability } from "./estimate-probability.ts";
import { jointProbability } from "./joint-probability.ts";
import { estimateByReplicates } from "./replicate-estimate.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";
import type {
  BlockSummary,
  ColumnSummary,
  JointSummary,
  ProbabilityEstimate,
  Summary,
  TargetSet,
  TargetSummary,
} from "./summary.ts";
import type { ColumnTally, Tally, TargetTally } from "./tally.ts";
import { tallyQuantiles } from "./tally-quantile.ts";

/**
 * The statistics of a run, targets and columns in the order of the program. Joint probabilities are of all
 * targets, the binding ones and the expected ones; sets without targets are left out.
 */
export function summarise(definition: Definition, program: Program, tally: Tally): Summary {
  const { draws } = tally;
  return {
    draws,
    targets: program.targets.flatMap(({ id }, index) => {
      const target = tally.targets[index];
      return target === undefined ? [] : summariseTarget(id, target, tally);
    }),
    joint: summariseJoint(definition, tally),
    hitCount: Array.from(tally.hitCounts, (count) => count / draws),
    columns: program.columns.flatMap(({ name }, index) => {
      const column = tally.columns[index];
      return column === undefined ? [] : summariseColumn(name, column, draws);
    }),
    blocks: summariseBlocks(definition, program, tally),
  };
}

function summariseBlocks(
  { blocks, periods }: Definition,
  program: Program,
  { columns }: Tally,
): readonly BlockSummary[] {
  return blocks.flatMap(({ id }) =>
    periods.flatMap((period) => {
      const name = blockName(id, period);
      const column = columns[program.columns.findIndex((each) => each.name === name)];
      if (column === undefined) return [];
      // The column holds 1 for solved draws and 0 for the others.
      return [{ id, period, unsolvedDraws: Math.round(column.count * (1 - column.mean)) }];
    }),
  );
}

function summariseTarget(id: string, target: TargetTally, tally: Tally): TargetSummary {
  const { hits, hitCount, stretchHits, stretchHitCount } = target;
  return {
    id,
    ...estimateTier(hits, hitCount, tally),
    undefinedDraws: target.undefinedDraws,
    ...(stretchHits === undefined
      ? {}
      : { stretch: estimateTier(stretchHits, stretchHitCount, tally) }),
  };
}

function estimateTier(
  hits: Uint32Array,
  hitCount: number,
  { method, draws }: Tally,
): ProbabilityEstimate {
  if (method === "monte-carlo") return estimateProbability(hitCount, draws);
  return estimateByReplicates(replicateHits([hits], draws), replicateSizes(draws));
}

function summariseJoint(definition: Definition, tally: Tally): readonly JointSummary[] {
  const members = (set: TargetSet): readonly number[] =>
    definition.targets.flatMap(({ commitment }, index) =>
      set === "all" || commitment === set ? [index] : [],
    );
  return (["all", "binding", "expected"] as const).flatMap((set) => {
    const indices = members(set);
    return indices.length === 0 ? [] : [{ set, ...jointProbability(tally, indices) }];
  });
}

const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

function summariseColumn(name: string, column: ColumnTally, draws: number): ColumnSummary {
  const { count, mean, m2 } = column;
  const [p5, p10, p25, p50, p75, p90, p95] = tallyQuantiles(column, QUANTILES) as Quantiles;
  return {
    name,
    mean: count > 0 ? mean : Number.NaN,
    sd: count > 1 ? Math.sqrt(m2 / (count - 1)) : Number.NaN,
    p5,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    undefinedDraws: draws - count,
  };
}

type Quantiles = readonly [number, number, number, number, number, number, number];
