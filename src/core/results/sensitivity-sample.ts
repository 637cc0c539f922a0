import type { Kernel } from "../kernel/kernel.ts";
import type { Program } from "../model/program.ts";
import { centre, gather, scale, scatter, sumOfFourths, sumOfSquares } from "./column-sums.ts";
import { centredRanks, tieBounds } from "./input-classes.ts";
import { inputPaths } from "./input-paths.ts";
import { rankOrder } from "./rank-order.ts";
import { targetColumn } from "./target-column.ts";

/**
 * A target's draws, prepared once for all inputs. In narrow columns, since every input reads them all:
 * single precision is far finer than sampling error, and holds ranks exactly up to 8 million draws.
 */
export interface TargetSample {
  /** 1 where the target is hit, else 0: an undefined target is a miss. */
  readonly hits: Uint8Array;
  readonly hitCount: number;
  /** Quantity or margin with mean 0 and variance 1 over the finite draws; 0 elsewhere. */
  readonly values: Float32Array;
  /** Sum of the fourth powers of `values`. */
  readonly fourth: number;
  /** Rank among the finite draws minus their mean rank; 0 elsewhere. */
  readonly ranks: Float32Array;
  readonly rankSquares: number;
  /** The draws with a finite value, ascending; left out where all have one. */
  readonly finite?: Uint32Array;
}

/** The first draws of a program in columns, ready for any of its inputs. */
export interface SensitivitySample {
  readonly draws: number;
  /** In the order of the program's inputs. */
  readonly inputs: readonly Float64Array[];
  /** In the order of the program's targets. */
  readonly targets: readonly TargetSample[];
  readonly pathOf: ReturnType<typeof inputPaths>;
}

/** Draw [0, draws) and prepare the targets: the part of the work that all inputs share. */
export function sensitivitySample(
  program: Program,
  kernel: Pick<Kernel, "columns">,
  draws: number,
): SensitivitySample {
  const inputs = program.inputs.map(({ register }) => register);
  const values = program.targets.map((target) => {
    const column = program.columns[targetColumn(target)];
    if (column === undefined) throw new RangeError(`Target ${target.id} has no column.`);
    return column.register;
  });
  const hits = program.targets.map(({ hit }) => hit);
  const columns = kernel.columns(0, draws, [...inputs, ...values, ...hits]);
  const firstHit = inputs.length + values.length;
  return {
    draws,
    inputs: columns.slice(0, inputs.length),
    targets: values.map((_, index) =>
      targetSample(columns[inputs.length + index]!, columns[firstHit + index]!),
    ),
    pathOf: inputPaths(program),
  };
}

/** Prepare a target's columns: `column` is its quantity or margin, `hit` is 1, 0 or NaN. */
export function targetSample(column: Float64Array, hit: Float64Array): TargetSample {
  const draws = column.length;
  const hits = hitFlags(hit);
  const finite = finiteDraws(column);
  const values = gather(column, finite);
  const order = rankOrder(values);
  const bounds = tieBounds(gather(values, order));
  const ranks = centredRanks(bounds);
  const isWhole = finite.length === draws;
  centre(values);
  const sd = Math.sqrt(sumOfSquares(values) / values.length);
  if (sd > 0) scale(values, 1 / sd);
  return {
    hits,
    hitCount: hits.reduce((sum, hit) => sum + hit, 0),
    values: scatter(values, finite, draws),
    fourth: sumOfFourths(values),
    ranks: scatter(ranks, isWhole ? order : order.map((k) => finite[k]!), draws),
    rankSquares: sumOfSquares(ranks),
    ...(isWhole ? {} : { finite }),
  };
}

function hitFlags(hit: Float64Array): Uint8Array {
  const flags = new Uint8Array(hit.length);
  for (let draw = 0; draw < hit.length; draw++) flags[draw] = hit[draw] === 1 ? 1 : 0;
  return flags;
}

function finiteDraws(column: Float64Array): Uint32Array {
  const draws = new Uint32Array(column.length);
  let length = 0;
  for (let draw = 0; draw < column.length; draw++) {
    if (Number.isFinite(column[draw]!)) draws[length++] = draw;
  }
  return draws.subarray(0, length);
}
