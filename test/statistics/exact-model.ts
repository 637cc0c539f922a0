import { createInterpreter } from "../../src/core/kernel/interpreter.ts";
import { compile } from "../../src/core/model/compile.ts";
import type { Tally } from "../../src/core/results/tally.ts";
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

/** The probability of each target, and of the last three together: their sums are independent. */
export const EXACT_PROBABILITIES: readonly number[] = TARGETS.map(({ p }) => p);
export const LAST_THREE = [6, 7, 8] as const;
export const EXACT_JOINT = 0.6 * 0.7 * 0.5;

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
