import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedModels } from "../src/cli/model-files.ts";
import { readPlan } from "../src/core/language/read-plan.ts";
import { compile } from "../src/core/model/compile.ts";
import type { Program } from "../src/core/model/program.ts";
import { SAMPLING_METHODS } from "../src/core/sampling/sampling-method.ts";
import { createInlineRunner } from "../src/runner/inline-runner.ts";
import { createWorkerPool } from "../src/runner/worker-pool.ts";
import { buildCommandLine, type CommandLine, PROJECT } from "./support/built-command-line.ts";
import { documentedExample } from "./support/documented-example.ts";
import { startInProcessWorker } from "./support/in-process-worker.ts";
import { readPlanFolder } from "./support/read-plan-folder.ts";

const MODELS = shippedModels({ working: PROJECT, project: PROJECT });

function programOf(model: string): Program {
  return compile(readPlanFolder(join(PROJECT, "models", model, "plan.yaml")));
}

test("there are shipped models", () => {
  expect(MODELS).toEqual(["jiaxing-2017", "jiaxing-2021"]);
});

test.each(SAMPLING_METHODS)("any number of workers gives a t copula's bits: %s", async (method) => {
  const plan = readPlan(documentedExample("planodds"), "plan.yaml");
  if (!plan.ok) throw new Error("The documented plan has issues.");
  const program = compile(plan.value);
  expect(program.copulas.some(({ tails }) => tails !== undefined)).toBe(true);
  const request = { program, draws: 40_001, seed: 11, method };
  const expected = await createInlineRunner().run(request);
  expect(expected.kind).toBe("done");
  for (const workers of [1, 2, 4]) {
    const pool = createWorkerPool({ workers, start: () => startInProcessWorker() });
    expect(await pool.run(request)).toStrictEqual(expected);
    pool.close();
  }
});

describe.each(MODELS)("%s", (model) => {
  let planodds: CommandLine;
  beforeAll(async () => {
    planodds = await buildCommandLine();
  }, 60_000);
  afterAll(() => planodds.remove());

  test.each(SAMPLING_METHODS)(
    "any number of workers gives the bits of the inline runner: %s",
    {
      timeout: 180_000,
    },
    async (method) => {
      const request = { program: programOf(model), draws: 40_001, seed: 11, method };
      const expected = await createInlineRunner().run(request);
      expect(expected.kind).toBe("done");
      for (const workers of [1, 2, 4]) {
        const pool = createWorkerPool({ workers, start: () => startInProcessWorker() });
        expect(await pool.run(request)).toStrictEqual(expected);
        pool.close();
      }
    },
  );

  test("the command line prints the same bytes for 1, 2 and 4 real workers, and again", {
    timeout: 180_000,
  }, async () => {
    const args = ["run", model, "--draws", "100000", "--seed", "1"];
    const first = await planodds.run([...args, "--workers", "1"]);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    for (const workers of ["2", "4", "1"]) {
      const { stdout } = await planodds.run([...args, "--workers", workers]);
      expect(stdout === first.stdout).toBe(true);
    }
  });
});
