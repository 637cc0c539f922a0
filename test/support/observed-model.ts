import { columnLayouts } from "../../src/core/kernel/column-layouts.ts";
import { createInterpreter } from "../../src/core/kernel/interpreter.ts";
import { compile } from "../../src/core/model/compile.ts";
import { mergeWeightedTallies } from "../../src/core/results/merge-weighted-tallies.ts";
import { type WeighingTask, weighDraws } from "../../src/core/results/weigh-draws.ts";
import type { WeightedTally } from "../../src/core/results/weighted-tally.ts";
import { pointSet, type SamplingMethod } from "../../src/core/sampling/sampling-method.ts";
import { binary, buildDefinition, name, normal, threshold } from "./build-definition.ts";

/**
 * x ~ N(1, 2²) and y = x + e, e ~ N(0, 1), with targets x ≥ 2 and y ≥ 2. Columns 0, 1 and 2 are x, e and y.
 */
export const OBSERVED_MODEL = compile(
  buildDefinition({
    inputs: { x: normal(1, 2), e: normal(0, 1) },
    indicators: {
      y: { equation: binary(name("x"), "+", name("e")) },
      z: { equation: name("x") },
    },
    targets: [
      { id: "x", indicator: "z", relation: { kind: "at_least", threshold: threshold(2) } },
      { id: "y", indicator: "y", relation: { kind: "at_least", threshold: threshold(2) } },
    ],
  }),
);

/** Weight the model's draws in parts of `size` draws, and merge them. */
export function weighModel(
  task: WeighingTask,
  { draws, seed, method }: { draws: number; seed: number; method: SamplingMethod },
  size = draws,
): WeightedTally {
  const program = OBSERVED_MODEL;
  const kernel = createInterpreter(program, seed, pointSet(method, draws));
  const source = { program, kernel, layouts: columnLayouts(program, kernel), method };
  const parts: WeightedTally[] = [];
  for (let first = 0; first < draws; first += size) {
    parts.push(weighDraws(source, task, first, Math.min(size, draws - first)));
  }
  return mergeWeightedTallies(parts);
}
