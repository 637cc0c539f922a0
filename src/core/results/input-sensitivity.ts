import { gather } from "./column-sums.ts";
import { fifthProbabilities } from "./fifth-probabilities.ts";
import { type ClassSums, firstOrderIndex } from "./first-order-index.ts";
import { cutIntoClasses, type InputClasses } from "./input-classes.ts";
import { rankOrder } from "./rank-order.ts";
import type { Estimate, InputSensitivity, TargetDriver } from "./sensitivity.ts";
import type { SensitivitySample, TargetSample } from "./sensitivity-sample.ts";

const NOTHING: Estimate = { value: Number.NaN, standardError: Number.NaN };

/**
 * What an input (index into `Program.inputs`) tells about every target that it can have to do with.
 * `undefined` where the input has the same value in every draw.
 */
export function inputSensitivity(
  sample: SensitivitySample,
  input: number,
): InputSensitivity | undefined {
  const values = sample.inputs[input];
  if (values === undefined) throw new RangeError(`There is no input ${input}.`);
  const classes = cutIntoClasses(values, rankOrder(values));
  if (classes === undefined) return undefined;
  const { order, cuts, lowClasses, highClass } = classes;
  const [lowEnd, highStart] = [cuts[lowClasses]!, cuts[highClass]!];
  return {
    input,
    low: { share: lowEnd / order.length, bound: values[order[lowEnd - 1]!]! },
    high: { share: 1 - highStart / order.length, bound: values[order[highStart]!]! },
    targets: sample.targets.flatMap((target, index): TargetDriver[] => {
      const path = sample.pathOf(input, index);
      if (path === undefined) return [];
      return [
        { target: index, path, ...ofHits(classes, target), ...ofValues(values, classes, target) },
      ];
    }),
  };
}

function ofHits(
  classes: InputClasses,
  { hits, hitCount }: TargetSample,
): Pick<TargetDriver, "low" | "high" | "change" | "hitIndex"> {
  const { cuts, classOf, offsets, spreads, order } = classes;
  const sums = new Float64Array(HIT_SUMS * cuts.length);
  addHits(sums, classOf, offsets, hits);
  const hitsOf = (c: number): number => sums[HIT_SUMS * c]!;
  const fifths = fifthProbabilities(
    classes,
    spreads.map((_, c) => hitsOf(c)),
  );
  const draws = order.length;
  if (hitCount === 0 || hitCount === draws) return { ...fifths, hitIndex: NOTHING };
  const p = hitCount / draws;
  const sd = Math.sqrt(p * (1 - p));
  const [hit, miss] = [(1 - p) / sd, -p / sd];
  const standardised = spreads.map((xx, c): ClassSums => {
    const count = cuts[c + 1]! - cuts[c]!;
    const [n, m] = [hitsOf(c), count - hitsOf(c)];
    return {
      count,
      y: n * hit + m * miss,
      y2: n * hit * hit + m * miss * miss,
      y3: n * hit * hit * hit + m * miss * miss * miss,
      xy: sums[HIT_SUMS * c + 1]! / sd,
      xx,
    };
  });
  const fourth =
    hitCount * hit * hit * (hit * hit) + (draws - hitCount) * miss * miss * (miss * miss);
  return { ...fifths, hitIndex: firstOrderIndex(standardised, fourth) };
}

function ofValues(
  inputValues: Float64Array,
  allClasses: InputClasses,
  target: TargetSample,
): Pick<TargetDriver, "rankCorrelation" | "valueIndex"> {
  const classes =
    target.finite === undefined ? allClasses : classesAmong(inputValues, target.finite);
  if (classes === undefined || target.rankSquares === 0) {
    return { rankCorrelation: Number.NaN, valueIndex: NOTHING };
  }
  const { cuts, spreads, rankSquares } = classes;
  const sums = new Float64Array(VALUE_SUMS * cuts.length);
  const products = addValues(sums, classes, target);
  const standardised = spreads.map((xx, c): ClassSums => {
    const at = VALUE_SUMS * c;
    return {
      count: cuts[c + 1]! - cuts[c]!,
      y: sums[at]!,
      y2: sums[at + 1]!,
      y3: sums[at + 2]!,
      xy: sums[at + 3]!,
      xx,
    };
  });
  return {
    rankCorrelation: products / Math.sqrt(rankSquares * target.rankSquares),
    valueIndex: firstOrderIndex(standardised, target.fourth),
  };
}

/** Rank and cut an input anew among the draws in which a target has a value. */
function classesAmong(values: Float64Array, draws: Uint32Array): InputClasses | undefined {
  const among = rankOrder(gather(values, draws));
  return cutIntoClasses(
    values,
    among.map((position) => draws[position]!),
  );
}

/** Σ h and Σ (x − x̄) h by class. */
const HIT_SUMS = 2;
/** Σ y, Σ y², Σ y³ and Σ (x − x̄) y by class. */
const VALUE_SUMS = 4;

// In the order of draws: what is read lies in a row, what is written stays in the processor's nearest cache.

function addHits(
  sums: Float64Array,
  classOf: Uint8Array,
  offsets: Float32Array,
  hits: Uint8Array,
): void {
  for (let draw = 0; draw < classOf.length; draw++) {
    const at = HIT_SUMS * classOf[draw]!;
    const hit = hits[draw]!;
    sums[at]! += hit;
    sums[at + 1]! += hit * offsets[draw]!;
  }
}

/** Gives the sum of the products of ranks, for which it is on the way. */
function addValues(
  sums: Float64Array,
  { classOf, offsets, ranks }: InputClasses,
  { values, ranks: targetRanks }: TargetSample,
): number {
  let products = 0;
  for (let draw = 0; draw < classOf.length; draw++) {
    const at = VALUE_SUMS * classOf[draw]!;
    const value = values[draw]!;
    const square = value * value;
    sums[at]! += value;
    sums[at + 1]! += square;
    sums[at + 2]! += square * value;
    sums[at + 3]! += offsets[draw]! * value;
    products += ranks[draw]! * targetRanks[draw]!;
  }
  return products;
}
