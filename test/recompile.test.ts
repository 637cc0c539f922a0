import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scenarioFiles, shippedModels } from "../src/cli/model-files.ts";
import { readScenario } from "../src/core/language/read-scenario.ts";
import { compile } from "../src/core/model/compile.ts";
import type { Definition } from "../src/core/model/definition.ts";
import { moveProgram, programMoves } from "../src/core/model/program-moves.ts";
import { recompile } from "../src/core/model/recompile.ts";
import { applyScenario } from "../src/core/scenario/apply-scenario.ts";
import type { Change } from "../src/core/scenario/scenario.ts";
import { PROJECT } from "./support/built-command-line.ts";
import { readPlanFolder } from "./support/read-plan-folder.ts";

const words = { zh: "移动", en: "Moved" };
const changed = (definition: Definition, ...changes: readonly Change[]): Definition => {
  const scenario = { id: "moved", model: definition.id, title: words, story: words, order: 1 };
  return applyScenario(definition, { ...scenario, changes });
};

describe.each(shippedModels({ working: PROJECT, project: PROJECT }))("%s", (model) => {
  const file = join(PROJECT, "models", model, "plan.yaml");
  const definition = readPlanFolder(file);
  const before = { definition, program: compile(definition, "targets") };
  const varied = [...definition.inputs, ...definition.parameters].filter(
    ({ distribution }) => distribution.kind !== "constant",
  );

  // What is expected is what `compile` gives.
  test("a moved quantity gives the program that compiling gives, and its moves lead there", () => {
    // A few far apart: compiling takes long.
    const chosen = varied.filter((_, index) => index % 5 === 0);
    for (const { id: name } of chosen) {
      const moved = changed(definition, { kind: "shift", name, by: 0.25, why: words });
      const program = recompile(before, moved);
      expect(program, name).toEqual(compile(moved, "targets"));
      const moves = programMoves(before.program, program!);
      expect(moveProgram(before.program, moves!)).toEqual(program);
    }
  });

  test("shipped scenarios are compiled alike, or not at all", () => {
    for (const path of scenarioFiles(model, file, { working: PROJECT, project: PROJECT })) {
      const read = readScenario(readFileSync(path.file, "utf8"), path.file, definition);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      const moved = applyScenario(definition, read.value);
      const program = recompile(before, moved);
      if (program !== undefined) expect(program, path.id).toEqual(compile(moved, "targets"));
    }
  });

  test("a quantity that is fixed, and a correlation, need compiling", () => {
    const [{ id: one } = { id: "" }, { id: other } = { id: "" }] = definition.inputs;
    const fixed = changed(definition, { kind: "fix", name: one, value: 1, why: words });
    expect(recompile(before, fixed)).toBeUndefined();
    const between = [one, other] as const;
    const joined = changed(definition, { kind: "correlation", between, rank: 0.1, why: words });
    expect(recompile(before, joined)).toBeUndefined();
    expect(programMoves(before.program, compile(definition, "targets"))).toBeUndefined();
  });
});
