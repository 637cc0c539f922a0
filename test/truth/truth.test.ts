import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedModels } from "../../src/cli/model-files.ts";
import { compile } from "../../src/core/model/compile.ts";
import type { Definition } from "../../src/core/model/definition.ts";
import { modelHash } from "../../src/core/model/model-hash.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import { createInlineRunner } from "../../src/runner/inline-runner.ts";
import { PROJECT } from "../support/built-command-line.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { type Comparison, compareWithReference, type Reference } from "./reference.ts";

// The reference numbers come from SciPy and R: see README.md beside this file.
const SHIPPED = shippedModels({ working: PROJECT, project: PROJECT });
const MODELS = [
  {
    plan: "test/truth/reference-model.yaml",
    references: ["reference-scipy.json", "reference-r.json"],
  },
  {
    plan: "test/truth/reference-joint/plan.yaml",
    references: ["reference-joint-scipy.json", "reference-joint-r.json"],
  },
  ...SHIPPED.map((model) => ({
    plan: `models/${model}/plan.yaml`,
    references: [`reference-${model}.json`],
  })),
];

const DRAWS = 1_000_000;

/**
 * In standard errors of the difference. With some 10 000 comparisons in all, independent ones would go
 * beyond it by chance once in a hundred seeds.
 */
const TOLERANCE = 4.9;

const isTooFar = ({ deviation }: Comparison): boolean => !(deviation <= TOLERANCE);

/** Simulates a model; what it gives compares with a reference. */
async function simulate(
  definition: Definition,
  draws: number,
): Promise<(reference: Reference) => readonly Comparison[]> {
  const program = compile(definition);
  const runner = createInlineRunner();
  const outcome = await runner.run({ program, draws, seed: 1, method: "monte-carlo" });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const summary = summarise(definition, program, outcome.tally);
  return (reference) => compareWithReference(program, outcome.tally, summary, reference);
}

function readReference(name: string): Reference {
  return JSON.parse(readFileSync(join(PROJECT, "test", "truth", name), "utf8"));
}

test("the shipped models are among them", () => {
  expect(SHIPPED).toContain("jiaxing-2021");
});

describe.each(MODELS)("$plan", ({ plan, references }) => {
  const definition = readPlanFolder(join(PROJECT, plan));

  test.each(references)("%s is of the model as it is now", (name) => {
    const { modelHash: then, made, model } = readReference(name);
    expect(model).toBe(definition.id);
    expect(made).toMatch(/\d+\.\d+/);
    expect(
      modelHash(definition),
      `${plan} has changed since ${name} was made: make it again with \`npm run truth\`.`,
    ).toBe(then);
  });

  test(`every probability and quantile agrees within ${TOLERANCE} standard errors`, {
    timeout: 180_000,
  }, async () => {
    const compareWith = await simulate(definition, DRAWS);
    for (const name of references) {
      const reference = readReference(name);
      const comparisons = compareWith(reference);
      expect(comparisons.filter(isTooFar)).toEqual([]);

      const indicators = definition.indicators.flatMap(({ id }) =>
        definition.periods.map((year) => `${id}@${year}`),
      );
      expect(Object.keys(reference.columns)).toEqual(expect.arrayContaining(indicators));
      expect(Object.keys(reference.targets)).toEqual(definition.targets.map(({ id }) => id));
      expect(comparisons.length).toBeGreaterThan(
        2 * definition.targets.length + 7 * indicators.length,
      );
    }
  });
});

test("a probability or a quantile that is a little wrong is noticed", async () => {
  const definition = readPlanFolder("test/truth/reference-model.yaml");
  const compareWith = await simulate(definition, 100_000);
  const reference = readReference("reference-scipy.json");
  const wrong = (changed: Reference) =>
    compareWith(changed)
      .filter(isTooFar)
      .map(({ what }) => what);
  expect(wrong(reference)).toEqual([]);
  // 0.012 is 7 standard errors of a probability of 0.56 from 100 000 draws.
  const activity = { ...reference.targets["activity"]!, probability: 0.555 + 0.012 };
  expect(wrong({ ...reference, targets: { ...reference.targets, activity } })).toEqual([
    "probability of activity",
  ]);
  const column = reference.columns["demand@2021"]!;
  if (!("values" in column)) throw new Error("Demand is continuous.");
  // 0.1 is 8 standard errors of the median of a normal with sd 3 from 100 000 draws.
  const values = column.values.map((value, index) => (index === 3 ? value + 0.1 : value));
  const columns = { ...reference.columns, "demand@2021": { ...column, values } };
  expect(wrong({ ...reference, columns })).toEqual(["p50 of demand@2021"]);
});

/**
 * Rank correlations 6/π · asin(r/2) of the repair that clips negative eigenvalues and scales to ones: r by NumPy
 * 1.24.2, linalg.eigh, of the fuels' matrix with r = 2 sin(0.8 π/6) beside the diagonal.
 */
const CLIPPED = [
  [["oil", "coal"], 0.6714],
  [["coal", "gas"], 0.6093],
  [["gas", "wind"], 0.6714],
  [["oil", "gas"], 0.0626],
  [["coal", "wind"], 0.0626],
  [["oil", "wind"], -0.04],
] as const;

test("another copula, and correlations repaired in another way, are noticed", async () => {
  const definition = readPlanFolder("test/truth/reference-joint/plan.yaml");
  const reference = readReference("reference-joint-scipy.json");
  const wrong = async (changed: Definition): Promise<readonly string[]> => {
    const compareWith = await simulate(changed, 400_000);
    return compareWith(reference)
      .filter(isTooFar)
      .map(({ what }) => what);
  };
  expect(await wrong(definition)).toEqual([]);
  expect(await wrong({ ...definition, copulas: [] })).toEqual(
    expect.arrayContaining(["probability of storm_tail", "probability of calm_pair"]),
  );
  const { source } = definition.correlations[0]!;
  const fuels = CLIPPED.map(([between, rank]) => ({ between, rank, source }));
  const others = definition.correlations.filter(
    ({ between }) => !CLIPPED.some(([pair]) => pair.every((name) => between.includes(name))),
  );
  expect(await wrong({ ...definition, correlations: [...others, ...fuels] })).toContain(
    "p95 of fuel@2022",
  );
});
