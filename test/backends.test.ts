import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scenarioFiles, shippedModels } from "../src/cli/model-files.ts";
import { createInterpreter } from "../src/core/kernel/interpreter.ts";
import { createWasmKernel } from "../src/core/kernel/wasm/wasm-kernel.ts";
import { readScenario } from "../src/core/language/read-scenario.ts";
import { compile } from "../src/core/model/compile.ts";
import type { Outcome } from "../src/core/outcome.ts";
import { applyScenario } from "../src/core/scenario/apply-scenario.ts";
import { buildCommandLine, type CommandLine, PROJECT } from "./support/built-command-line.ts";
import { readPlanFolder } from "./support/read-plan-folder.ts";

const PLACES = { working: PROJECT, project: PROJECT };

function expectValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

let planodds: CommandLine;
beforeAll(async () => {
  planodds = await buildCommandLine();
}, 60_000);
afterAll(() => planodds.remove());

describe.each(shippedModels(PLACES))("%s", (model) => {
  const file = join(PROJECT, "models", model, "plan.yaml");
  const definition = readPlanFolder(file);
  const scenarios = scenarioFiles(model, file, PLACES);

  test.each(scenarios)(
    "$id: WebAssembly gives the interpreter's bits",
    {
      timeout: 60_000,
    },
    ({ file: scenarioFile }) => {
      const text = readFileSync(scenarioFile, "utf8");
      const scenario = expectValue(readScenario(text, scenarioFile, definition));
      const program = compile(applyScenario(definition, scenario));
      const kernel = createWasmKernel(program, 7);
      const reference = createInterpreter(program, 7);
      for (const [firstDraw, draws] of [
        [0, 16_384],
        [12_345, 2_345],
      ] as const) {
        const expected = reference.run(firstDraw, draws);
        expect(isDeepStrictEqual(kernel?.run(firstDraw, draws), expected)).toBe(true);
      }
    },
  );

  test.each(scenarios)(
    "$id: the command line prints the same bytes",
    {
      timeout: 60_000,
    },
    async ({ id }) => {
      const run = (backend: string) =>
        planodds.run(["run", model, "--scenario", id, "--draws", "40000", "--backend", backend]);
      const [interpreted, compiled] = [await run("interpreter"), await run("wasm")];
      expect([interpreted.code, interpreted.stderr]).toEqual([0, ""]);
      expect(compiled).toEqual(interpreted);
    },
  );
});
