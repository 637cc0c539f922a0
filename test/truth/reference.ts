import type { Program } from "../../src/core/model/program.ts";
import type { ColumnSummary, Summary } from "../../src/core/results/summary.ts";
import type { Tally } from "../../src/core/results/tally.ts";

/** What another program has found for a model, by simulation with its own generators. */
export interface Reference {
  readonly model: string;
  /** Of the model as it was then. */
  readonly modelHash: string;
  /** The program and its libraries, with versions. */
  readonly made: string;
  readonly draws: number;
  readonly targets: Readonly<
    Record<
      string,
      { readonly probability: number; readonly undefined: number; readonly stretch?: number }
    >
  >;
  readonly joint: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, ReferenceColumn>>;
}

/** Quantiles at 5, 10, 25, 50, 75, 90 and 95 %. */
type ReferenceColumn =
  | { readonly values: readonly number[]; readonly standardErrors: readonly number[] }
  /** Of few different values: any from low to high can be the quantile. */
  | { readonly lows: readonly number[]; readonly highs: readonly number[] };

const QUANTILES = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"] as const;

/** One number of ours beside theirs. */
export interface Comparison {
  readonly what: string;
  readonly ours: number;
  readonly theirs: number | readonly [number, number];
  /** Their distance in standard errors of the difference. */
  readonly deviation: number;
}

/** Compare every probability and every quantile that both have. */
export function compareWithReference(
  program: Program,
  tally: Tally,
  summary: Summary,
  reference: Reference,
): readonly Comparison[] {
  const width = new Map(
    program.columns.map(({ name }, index) => {
      const { whole = true, width = 0 } = tally.columns[index]?.histogram ?? {};
      return [name, whole ? 0 : width] as const;
    }),
  );
  return [
    ...compareProbabilities(summary, reference),
    ...summary.columns.flatMap((column) => {
      const theirs = reference.columns[column.name];
      if (theirs === undefined) return [];
      const more = reference.draws / summary.draws;
      return compareQuantiles(column, theirs, more, width.get(column.name) ?? 0);
    }),
  ];
}

function compareProbabilities(summary: Summary, reference: Reference): readonly Comparison[] {
  const compare = (what: string, ours: number, theirs: number | undefined): Comparison => {
    if (theirs === undefined) throw new Error(`The reference has no ${what}.`);
    const [n, m] = [summary.draws, reference.draws];
    const pooled = (n * ours + m * theirs) / (n + m);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return { what, ours, theirs, deviation: deviation(ours - theirs, error) };
  };
  return [
    ...summary.targets.flatMap(({ id, probability, undefinedDraws, stretch }) => {
      const theirs = reference.targets[id];
      const undefinedShare = undefinedDraws / summary.draws;
      return [
        compare(`probability of ${id}`, probability, theirs?.probability),
        compare(`undefined draws of ${id}`, undefinedShare, theirs?.undefined),
        ...(stretch === undefined
          ? []
          : [compare(`second tier of ${id}`, stretch.probability, theirs?.stretch)]),
      ];
    }),
    ...summary.joint.map(({ set, probability }) =>
      compare(`${set} together`, probability, reference.joint[set]),
    ),
  ];
}

/** `more` is how many of their draws there are for one of ours, `width` that of a histogram's bin. */
function compareQuantiles(
  column: ColumnSummary,
  theirs: ReferenceColumn,
  more: number,
  width: number,
): readonly Comparison[] {
  return QUANTILES.map((quantile, index) => {
    const ours = column[quantile];
    const what = `${quantile} of ${column.name}`;
    if ("lows" in theirs) {
      const [low, high] = [theirs.lows[index] ?? Number.NaN, theirs.highs[index] ?? Number.NaN];
      const isInside = ours >= low - width && ours <= high + width;
      return { what, ours, theirs: [low, high], deviation: isInside ? 0 : Infinity };
    }
    const value = theirs.values[index] ?? Number.NaN;
    const error = (theirs.standardErrors[index] ?? Number.NaN) * Math.sqrt(1 + more);
    // A quantile without an error lies where many draws have the very same value; ours is in its bin.
    const distance = error === 0 && Math.abs(ours - value) <= width ? 0 : ours - value;
    return { what, ours, theirs: value, deviation: deviation(distance, error) };
  });
}

/** NaN, which no tolerance admits, where a number is missing. */
function deviation(difference: number, error: number): number {
  return difference === 0 ? 0 : Math.abs(difference) / error;
}
