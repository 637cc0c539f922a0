import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  call,
  dated,
  name,
  normal,
  number,
  type Sketch,
  threshold,
} from "../../../test/support/build-definition.ts";
import { compile } from "../model/compile.ts";
import { totalHits } from "../results/estimate-hits.ts";
import { tallyQuantile } from "../results/tally-quantile.ts";
import { exp } from "../sampling/math.ts";
import { normalCdf, normalQuantile } from "../sampling/normal.ts";
import { createInterpreter } from "./interpreter.ts";

const DRAWS = 200_000;
const YEARS = [2021, 2022, 2023, 2024, 2025];
const MEAN = 0.06;
const SD = 0.03;
/** Of the sum of five independent yearly growths. */
const [MEAN_5, SD_5] = [5 * MEAN, Math.sqrt(5) * SD];

/** Growth in logarithms is normal in each year, so that the level is lognormal. */
const sketch = (targets: Sketch["targets"] & object): Sketch => ({
  periods: YEARS,
  inputs: { growth: normal(MEAN, SD) },
  indicators: {
    log_growth: { equation: name("growth") },
    rate: {
      equation: call("percent", binary(call("exp", name("growth")), "-", number(1))),
    },
    level: {
      equation: binary(name("level", 1), "*", call("exp", name("growth"))),
      history: { 2020: 80 },
    },
    since_2020: { equation: binary(name("level"), "/", dated("level", 2020)) },
    since_first: { equation: binary(name("level"), "/", dated("level", 2021)) },
  },
  targets,
});

function run(targets: Sketch["targets"] & object) {
  const program = compile(buildDefinition(sketch(targets)));
  const tally = createInterpreter(program, 5).run(0, DRAWS);
  return { program, tally };
}

/** Within 4 standard errors of a proportion. */
function expectProbability(hits: number | undefined, p: number): void {
  expect(Math.abs((hits ?? 0) / DRAWS - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / DRAWS));
}

describe("a level after five years of lognormal growth", () => {
  const { program, tally } = run([]);
  const column = (id: string) =>
    tally.columns[program.columns.findIndex((each) => each.name === id)]!;

  it("has the mean and the quantiles of the closed form", () => {
    // exp(N(5μ, 5σ²)): mean exp(5μ + 5σ²/2), sd = mean · √(exp(5σ²) − 1), quantiles exp(5μ + z σ √5).
    const mean = exp(MEAN_5 + SD_5 ** 2 / 2);
    const sd = mean * Math.sqrt(exp(SD_5 ** 2) - 1);
    const found = column("since_2020@2025");
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * (sd / Math.sqrt(DRAWS)));
    for (const p of [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
      const z = normalQuantile(p);
      const exact = exp(MEAN_5 + z * SD_5);
      // Standard error of a quantile: √(p (1 − p)/n) / density, here with the lognormal density.
      const density = exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI) / (exact * SD_5);
      const error = Math.sqrt((p * (1 - p)) / DRAWS) / density;
      expect(Math.abs(tallyQuantile(found, p) - exact)).toBeLessThan(4.5 * error);
    }
  });

  it("is 1 in the first period against itself", () => {
    expect(column("since_first@2021")).toMatchObject({ mean: 1, m2: 0 });
  });
});

describe("targets over five years", () => {
  it.each([-1, 0, 0.5, 2])("compound to the lognormal closed form: line at %d sd", (z) => {
    // 100 · (exp(Σ g) − 1) ≥ 100 · (exp(5μ + zσ√5) − 1) ⟺ the sum of normals ≥ its z-quantile.
    const line = 100 * (exp(MEAN_5 + z * SD_5) - 1);
    const level = 80 * exp(MEAN_5 + z * SD_5);
    const { tally } = run([
      {
        indicator: "rate",
        compounded: [2021, 2025],
        relation: { kind: "at_least", threshold: threshold(line) },
      },
      { indicator: "level", relation: { kind: "at_least", threshold: threshold(level) } },
    ]);
    expectProbability(totalHits(tally.targets[0]!.hitsByReplicate), normalCdf(-z));
    expectProbability(totalHits(tally.targets[1]!.hitsByReplicate), normalCdf(-z));
  });

  it.each([-1.5, 0, 1])("sum to the normal closed form: line at %d sd", (z) => {
    // A sum of five independent normals is normal: mean 5μ, variance 5σ².
    const { tally } = run([
      {
        indicator: "log_growth",
        cumulative: [2021, 2025],
        relation: { kind: "at_most", threshold: threshold(MEAN_5 + z * SD_5) },
      },
    ]);
    expectProbability(totalHits(tally.targets[0]!.hitsByReplicate), normalCdf(z));
  });
});
