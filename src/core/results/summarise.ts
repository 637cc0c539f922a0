import type { Definition } from "../model/definition.ts";
import type { Program } from "../model/program.ts";
import { blockName } from "../model/quantity-name.ts";
import { estimateHits } from "./estimate-hits.ts";
import type { BlockSummary, ColumnSummary, Summary, TargetSummary } from "./summary.ts";
import type { ColumnTally, Tally, TargetTally } from "./tally.ts";
import { tallyQuantiles } from "./tally-quantile.ts";

/**
 * The statistics of a run, of all its draws; targets, sets of them and columns in the order of the program.
 */
export function summarise(definition: Definition, program: Program, tally: Tally): Summary {
  const { draws } = tally;
  return {
    draws,
    targets: program.targets.flatMap(({ id }, index) => {
      const target = tally.targets[index];
      return target === undefined ? [] : summariseTarget(id, target, tally);
    }),
    joint: program.targetSets.flatMap(({ set }, index) => {
      const hits = tally.setHits[index];
      return hits === undefined ? [] : [{ set, ...estimateHits(hits, tally) }];
    }),
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
  const { hitsByReplicate, stretchByReplicate, undefinedDraws } = target;
  return {
    id,
    ...estimateHits(hitsByReplicate, tally),
    undefinedDraws,
    ...(stretchByReplicate && { stretch: estimateHits(stretchByReplicate, tally) }),
  };
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
