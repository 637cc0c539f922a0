import { compile } from "../../src/core/model/compile.ts";
import { modelHash } from "../../src/core/model/model-hash.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import { createInlineRunner } from "../../src/runner/inline-runner.ts";
import type { ScenarioResult } from "../../src/state/scenario-result.ts";
import { binary, buildDefinition, name, normal, number, threshold } from "./build-definition.ts";

/** Rank correlation of the two inputs. */
const RANK = 0.5;

/** Correlation of their normal scores: 2 sin(π ρ / 6) of a rank correlation ρ (Pearson 1907). */
export const BIVARIATE_CORRELATION = 2 * Math.sin((Math.PI * RANK) / 6);

const atLeast = (value: number) => ({ kind: "at_least", threshold: threshold(value) }) as const;

/**
 * A run of two standard normal inputs u and v that are correlated, and a third one, w, that is not. Indicators are
 * x = u, y = v, opposite = −u, and sum = 2 u + v; targets are x ≥ 0, y ≥ 0, opposite ≥ 0 and w ≥ 1.
 */
export async function bivariateResult(draws: number, seed = 3): Promise<ScenarioResult> {
  const definition = buildDefinition({
    inputs: { u: normal(0, 1), v: normal(0, 1), w: normal(0, 1) },
    correlations: [["u", "v", RANK]],
    indicators: {
      x: { equation: name("u") },
      y: { equation: name("v") },
      opposite: { equation: binary(number(0), "-", name("u")) },
      sum: { equation: binary(binary(number(2), "*", name("u")), "+", name("v")) },
      z: { equation: name("w") },
    },
    targets: [
      { indicator: "x", relation: atLeast(0) },
      { indicator: "y", relation: atLeast(0) },
      { indicator: "opposite", relation: atLeast(0) },
      { indicator: "z", relation: atLeast(1) },
    ],
  });
  const program = compile(definition, "targets");
  const outcome = await createInlineRunner().run({ program, draws, seed });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const { tally } = outcome;
  const hash = modelHash(definition);
  return {
    planHash: hash,
    scenario: "baseline",
    changes: [],
    modelHash: hash,
    definition,
    program,
    seed,
    draws,
    requestedDraws: draws,
    tally,
    summary: summarise(definition, program, tally),
  };
}
