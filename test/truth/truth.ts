import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { shippedModels } from "../../src/cli/model-files.ts";
import { projectFolder } from "../../src/cli/project.ts";
import { modelHash } from "../../src/core/model/model-hash.ts";
import { ensureDebianCommand } from "../support/debian-packages.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { tell } from "../support/terminal.ts";

/**
 * Computes the reference numbers again with SciPy and R: 2 or 4 million draws each, some minutes in all. Our
 * code has no part in them but to name the model by its hash. Names of models (`npm run truth -- jiaxing-2021`)
 * leave out all others.
 */

const PYTHON = "/usr/bin/python3";
const project = projectFolder(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, "test", "truth");

ensureDebianCommand(
  PYTHON,
  ["python3", "python3-numpy", "python3-scipy", "python3-yaml"],
  ["-c", "import numpy, scipy.stats, yaml"],
);
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
if (isWanted("reference-model")) makeTwice("reference", "reference-model.yaml");
if (isWanted("reference-joint")) makeTwice("reference-joint", "reference-joint/plan.yaml");
for (const model of shippedModels({ working: project, project }).filter(isWanted)) {
  const plan = join(project, "models", model, "plan.yaml");
  make(`reference-${model}`, plan, PYTHON, join(folder, "python", "reference_plan.py"), plan);
}

/** Run the programs in Python and in R by which a model was written by hand. */
function makeTwice(name: string, plan: string): void {
  ensureDebianCommand("Rscript", ["r-base-core"], ["--version"]);
  const program = name.replaceAll("-", "_");
  const file = join(folder, plan);
  make(`${name}-scipy`, file, PYTHON, join(folder, "python", `${program}.py`));
  make(`${name}-r`, file, "Rscript", join(folder, "r", `${program}.R`));
}

/** Run a program on a plan's model and keep what it prints. */
function make(name: string, plan: string, command: string, ...args: readonly string[]): void {
  tell(name);
  const definition = readPlanFolder(plan);
  const printed = execFileSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      OMP_NUM_THREADS: "1",
      OPENBLAS_NUM_THREADS: "1",
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  const facts = { model: definition.id, modelHash: modelHash(definition), ...JSON.parse(printed) };
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(facts, undefined, 1));
  execFileSync("npx", ["biome", "format", "--write", file], { cwd: project, stdio: "ignore" });
}
