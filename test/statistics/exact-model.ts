import { columnLayouts } from "../../src/core/kernel/column-layouts.ts";
import { createInterpreter } from "../../src/core/kernel/interpreter.ts";
import { compile } from "../../src/core/model/compile.ts";
import type { Tally } from "../../src/core/results/tally.ts";
import { weighDraws } from "../../src/core/results/weigh-draws.ts";
import type { WeightedTally } from "../../src/core/results/weighted-tally.ts";
import { pointSet, type SamplingMethod } from "../../src/core/sampling/sampling-method.ts";
import { binary, buildDefinition, name, normal, threshold } from "../support/build-definition.ts";

/**
 * Eight independent normals with mean `shift` (the first) or 0 and variance 1, in sums of some of them:
 * normal too, so that every probability is known.
 */
const SUMS = [
  { id: "all", members: ["a", "b", "c", "d", "e", "f", "g", "h"] },
  { id: "one", members: ["d"] },
  { id: "two", members: ["a", "b"] },
  { id: "other_two", members: ["c", "d"] },
  { id: "last_four", members: ["e", "f", "g", "h"] },
] as const;

/** Targets: a sum is above its z-quantile. z from SciPy 1.17.1, norm.isf(p). */
const TARGETS = [
  { sum: "all", p: 0.5, z: 0 },
  { sum: "all", p: 0.8, z: -0.8416212335729142 },
  { sum: "all", p: 0.05, z: 1.6448536269514729 },
  { sum: "all", p: 0.01, z: 2.3263478740408408 },
  { sum: "all", p: 0.001, z: 3.090232306167813 },
  { sum: "one", p: 0.37, z: 0.3318533464368166 },
  { sum: "two", p: 0.6, z: -0.2533471031357997 },
  { sum: "other_two", p: 0.7, z: -0.5244005127080407 },
  { sum: "last_four", p: 0.5, z: 0 },
] as const;

/** The probability of each target, and of at least two and all of the last three: their sums are independent. */
export const EXACT_PROBABILITIES: readonly number[] = TARGETS.map(({ p }) => p);
export const LAST_THREE = [6, 7, 8] as const;
export const EXACT_JOINT = 0.6 * 0.7 * 0.5;
export const EXACT_TWO_OF_THREE = 0.6 * 0.7 * 0.5 + 0.6 * 0.3 * 0.5 + 0.4 * 0.7 * 0.5 + EXACT_JOINT;

/**
 * Two targets that belong together, both as likely as not: a sum of eight and of its last four, with correlation √½.
 * Both are above 0 with probability 1/4 + asin(√½)/(2π) = 3/8 (Sheppard 1899), so that each has 3/4 given the other.
 */
export const TOGETHER = [0, 8] as const;
export const EXACT_EXCESS = 3 / 8 - 1 / 4;
export const EXACT_GIVEN = 3 / 4;

/** Moves the first target's line from 0 to −0.1 standard deviations: P(Z > −0.1) (SciPy 1.17.1, norm.sf). */
export const EXACT_SHIFTED = 0.539827837277029;
const SHIFT = 0.1 * Math.sqrt(8);

const MODEL = compile(modelOf(0));
const SHIFTED = compile(modelOf(SHIFT));

/** Simulate the exact model; `shifted` moves the first input, and with it the first target to `EXACT_SHIFTED`. */
export function runExactModel(
  method: SamplingMethod,
  draws: number,
  seed: number,
  shifted = false,
): Tally {
  const program = shifted ? SHIFTED : MODEL;
  return createInterpreter(program, seed, pointSet(method, draws)).run(0, draws);
}

/** A reading of the sum of all eight, with a normal error. */
const READING = { value: 2, sd: 1 };

/**
 * Probabilities of targets (by index) given that reading. A sum of n of the eight is N(2n/9, n − n²/9) then, 9 being
 * the variance of the reading (SciPy 1.17.1, norm.sf).
 */
export const EXACT_AFTER = [
  [0, 0.97032678060404],
  [5, 0.4537147761875887],
  [6, 0.7400880672365739],
  [8, 0.7245075062074533],
] as const;

/** Weight the exact model's draws by the reading. */
export function weighExactModel(
  method: SamplingMethod,
  draws: number,
  seed: number,
): WeightedTally {
  const kernel = createInterpreter(MODEL, seed, pointSet(method, draws));
  const source = { program: MODEL, kernel, layouts: columnLayouts(MODEL, kernel), method };
  const column = MODEL.columns.findIndex(({ name }) => name.startsWith("all@"));
  return weighDraws(source, { observations: [{ column, ...READING }], sets: [] }, 0, draws);
}

function modelOf(shift: number) {
  const inputs = SUMS[0].members.map((id, index) => [id, normal(index === 0 ? shift : 0, 1)]);
  const indicators = SUMS.map(({ id, members }) => {
    const terms = members.map((member) => name(member));
    return [id, { equation: terms.reduce((sum, term) => binary(sum, "+", term)) }] as const;
  });
  return buildDefinition({
    inputs: Object.fromEntries(inputs),
    indicators: Object.fromEntries(indicators),
    targets: TARGETS.map(({ sum, z }, index) => {
      const size = SUMS.find(({ id }) => id === sum)?.members.length ?? 0;
      const line = threshold(z * Math.sqrt(size));
      return { id: `t${index}`, indicator: sum, relation: { kind: "at_least", threshold: line } };
    }),
  });
}
