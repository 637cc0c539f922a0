import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedModels } from "../../src/cli/model-files.ts";
import { compile } from "../../src/core/model/compile.ts";
import { modelHash } from "../../src/core/model/model-hash.ts";
import { summarise } from "../../src/core/results/summarise.ts";
import { createInlineRunner } from "../../src/runner/inline-runner.ts";
import { PROJECT } from "../support/built-command-line.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { compareWithReference, type Reference } from "./reference.ts";

// The reference numbers come from SciPy and R: see README.md beside this file.
const SHIPPED = shippedModels({ working: PROJECT, project: PROJECT });
const MODELS = [
  {
    plan: "test/truth/reference-model.yaml",
    references: ["reference-scipy.json", "reference-r.json"],
  },
  ...SHIPPED.map((model) => ({
    plan: `models/${model}/plan.yaml`,
    references: [`reference-${model}.json`],
  })),
];

const DRAWS = 1_000_000;

/**
 * In standard errors of the difference. With some 9 000 comparisons in all, independent ones would go
 * beyond it by chance once in a hundred seeds.
 */
const TOLERANCE = 4.9;

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
    const program = compile(definition);
    const outcome = await createInlineRunner().run({
      program,
      draws: DRAWS,
      seed: 1,
      method: "monte-carlo",
    });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    const summary = summarise(definition, program, outcome.tally);
    for (const name of references) {
      const reference = readReference(name);
      const comparisons = compareWithReference(program, outcome.tally, summary, reference);
      expect(comparisons.filter(({ deviation }) => !(deviation <= TOLERANCE))).toEqual([]);

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
  const program = compile(definition);
  const outcome = await createInlineRunner().run({
    program,
    draws: 100_000,
    seed: 1,
    method: "monte-carlo",
  });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const { tally } = outcome;
  const summary = summarise(definition, program, tally);
  const reference = readReference("reference-scipy.json");
  const wrong = (changed: Reference) =>
    compareWithReference(program, tally, summary, changed)
      .filter(({ deviation }) => !(deviation <= TOLERANCE))
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
