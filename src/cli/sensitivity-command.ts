import { compile } from "../core/model/compile.ts";
import type { Definition } from "../core/model/definition.ts";
import { modelHash } from "../core/model/model-hash.ts";
import { summarise } from "../core/results/summarise.ts";
import { unknownTarget } from "./argument-problems.ts";
import type { SensitivityCommand } from "./command.ts";
import type { Found } from "./found.ts";
import { loadPlan } from "./load-files.ts";
import { createNodePool } from "./node-pool.ts";
import { type FinishedSensitivity, sensitivityReport } from "./sensitivity-report.ts";
import { sensitivityTable } from "./sensitivity-table.ts";
import { type ExitCode, reportProblems, type Terminal } from "./terminal.ts";
import { underScenario } from "./under-scenario.ts";

/** Print what drives a plan's targets. A worker that fails is a defect: it throws. */
export async function sensitivityCommand(
  command: SensitivityCommand,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = loadPlan(command.plan, terminal.places);
  if (!plan.ok) return reportProblems(plan.problems, terminal);
  const scenario = underScenario(command.scenario, plan.value, terminal);
  if (!scenario.ok) return reportProblems(scenario.problems, terminal);
  const { definition, id, title } = scenario.value;
  const targets = wantedTargets(command.target, definition);
  if (!targets.ok) return reportProblems(targets.problems, terminal);

  const found = await analyse(command, definition, {
    targets: targets.value,
    scenario: id,
    version: terminal.version,
    modelHash: modelHash(plan.value.definition),
  });
  terminal.print(
    command.format === "json"
      ? `${JSON.stringify(sensitivityReport(found), undefined, 2)}\n`
      : sensitivityTable(found, title, terminal.language),
  );
  return 0;
}

function wantedTargets(
  wanted: string | undefined,
  { targets }: Definition,
): Found<readonly number[]> {
  if (wanted === undefined) return { ok: true, value: [...targets.keys()] };
  const index = targets.findIndex(({ id }) => id === wanted);
  if (index !== -1) return { ok: true, value: [index] };
  const known = targets.map(({ id }) => id);
  return { ok: false, problems: [unknownTarget(wanted, known)] };
}

/** Drivers and odds from the same draws. */
async function analyse(
  { draws, seed }: SensitivityCommand,
  definition: Definition,
  facts: Pick<FinishedSensitivity, "targets" | "scenario" | "version" | "modelHash">,
): Promise<FinishedSensitivity> {
  const program = compile(definition);
  const pool = createNodePool(1);
  try {
    const run = await pool.run({ program, draws, seed, method: "monte-carlo" });
    const search = await pool.sensitivity({ program, draws, seed });
    for (const outcome of [run, search]) {
      if (outcome.kind === "failed") throw new Error(outcome.message);
    }
    if (run.kind !== "done" || search.kind !== "done") throw new Error("The run was cancelled.");
    const summary = summarise(definition, program, run.tally);
    return { definition, program, summary, sensitivity: search.sensitivity, seed, ...facts };
  } finally {
    pool.close();
  }
}
