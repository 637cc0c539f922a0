import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  name,
  normal,
  number,
  type Sketch,
  threshold,
} from "../../../test/support/build-definition.ts";
import { compile } from "../model/compile.ts";
import { totalHits } from "../results/estimate-hits.ts";
import type { Tally } from "../results/tally.ts";
import { normalCdf } from "../sampling/normal.ts";
import { createInterpreter } from "./interpreter.ts";

describe("probabilities of linear models of normals", () => {
  const draws = 200_000;
  const tallyOf = (sketch: Sketch): Tally =>
    createInterpreter(compile(buildDefinition(sketch)), 11).run(0, draws);
  /** Within 4 standard errors; p from the closed form. */
  const expectProbability = (hits: number, p: number): void => {
    expect(Math.abs(hits / draws - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
  };
  const weights = [1, 2, -0.5, 0.3];
  const inputs = { a: normal(1, 2), b: normal(-1, 0.5), c: normal(0, 3), d: normal(10, 1) };
  const sds = [2, 0.5, 3, 1];
  const means = [1, -1, 0, 10];
  const equation = Object.keys(inputs)
    .map((id, index) => binary(number(weights[index]!), "*", name(id)))
    .reduce((sum, term) => binary(sum, "+", term));
  const mean = means.reduce((sum, each, i) => sum + weights[i]! * each, 0);

  it.each([-3, -1, 0, 1, 2, 3, 4])("are exact for independent inputs: threshold %d sd", (z) => {
    // A weighted sum of independent normals is normal: mean Σ w μ, variance Σ w² σ².
    const sd = Math.sqrt(sds.reduce((sum, each, i) => sum + (weights[i]! * each) ** 2, 0));
    const tally = tallyOf({
      inputs,
      indicators: { sum: { equation } },
      targets: [
        { indicator: "sum", relation: { kind: "at_least", threshold: threshold(mean + z * sd) } },
      ],
    });
    expectProbability(totalHits(tally.targets[0]!.hitsByReplicate), normalCdf(-z));
  });

  it.each([-2, 0, 1, 2])("are exact for correlated inputs: threshold %d sd", (z) => {
    // Normal marginals under a Gaussian copula are jointly normal with correlations 2 sin(π ρ/6).
    const ranks: readonly (readonly [number, number, number])[] = [
      [0, 1, 0.6],
      [0, 2, -0.4],
      [1, 3, 0.3],
    ];
    const ids = Object.keys(inputs);
    const covariance = ranks.reduce((sum, [i, j, rank]) => {
      const correlation = 2 * Math.sin((Math.PI * rank) / 6);
      return sum + 2 * weights[i]! * weights[j]! * sds[i]! * sds[j]! * correlation;
    }, 0);
    const variance = sds.reduce((sum, each, i) => sum + (weights[i]! * each) ** 2, covariance);
    const tally = tallyOf({
      inputs,
      indicators: { sum: { equation } },
      correlations: ranks.map(([i, j, rank]) => [ids[i]!, ids[j]!, rank]),
      targets: [
        {
          indicator: "sum",
          relation: { kind: "at_least", threshold: threshold(mean + z * Math.sqrt(variance)) },
        },
      ],
    });
    expectProbability(totalHits(tally.targets[0]!.hitsByReplicate), normalCdf(-z));
  });

  it("are exact for two thresholds at once: the orthant of two correlated normals", () => {
    // Sheppard (1899): P(x > 0, y > 0) = 1/4 + asin(r)/(2π), where r = 2 sin(π ρ/6) for rank correlation ρ.
    const positive = { kind: "positive" } as const;
    const tally = tallyOf({
      inputs: { x: normal(0, 1), y: normal(0, 5) },
      indicators: { u: { equation: name("x") }, v: { equation: name("y") } },
      correlations: [["x", "y", 0.7]],
      targets: [
        { indicator: "u", relation: positive },
        { indicator: "v", relation: positive },
      ],
    });
    const orthant = 0.25 + Math.asin(2 * Math.sin((Math.PI * 0.7) / 6)) / (2 * Math.PI);
    expectProbability(tally.hitCounts[2] ?? 0, orthant);
    expectProbability(tally.hitCounts[1] ?? 0, 1 - 2 * orthant);
  });
});
